package io.qarion.app.run;

import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import java.nio.file.Path;

/** A program that runs several flows without closing the project between them, as a window does. */
final class RunInOneSession {

  private RunInOneSession() {}

  /** Takes the project's folder and the flows. */
  public static void main(String[] args) {
    try (var session = ProjectSession.open(ProjectModel.open(Path.of(args[0])), Plugins.load())) {
      for (int i = 1; i < args.length; i++) {
        RunResult result =
            session.run(new FlowId(args[i]), RunOptions.DEFAULT, _ -> {}, new Cancellation());
        System.out.println(args[i] + " " + result.status());
        result.problems().stream().map(Problem::code).forEach(System.out::println);
      }
    }
  }
}

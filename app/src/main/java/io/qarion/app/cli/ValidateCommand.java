package io.qarion.app.cli;

import io.qarion.core.problem.Problem;
import io.qarion.core.problem.Severity;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.ScratchProbe;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a project without running anything. */
@Command(
    name = "validate",
    description = "Checks all flows and datasets of a project; nothing is run or written.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: qarion-etl validate --project sales"})
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ProjectOption project = new ProjectOption();

  @Override
  public Integer call() {
    ProjectModel model = project.model();
    try (var probe = new ScratchProbe(model, project.plugins())) {
      List<Problem> problems = new ProjectFlows(model, project.plugins(), probe).problems();
      PrintWriter out = spec.commandLine().getOut();
      problems.forEach(problem ->
          out.println(problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem));
      long errors = count(problems, Severity.ERROR);
      out.println(
          "%d flows, %d datasets: %d errors, %d warnings, %d hints"
              .formatted(
                  model.flows().size(),
                  model.datasets().size(),
                  errors,
                  count(problems, Severity.WARNING),
                  count(problems, Severity.HINT)));
      return (errors > 0 ? ExitCode.INVALID : ExitCode.SUCCESS).code();
    }
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }
}

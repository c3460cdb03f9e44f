package io.qarion.app.cli;

import io.qarion.core.plan.RunOptions;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a flow. */
@Command(
    name = "run",
    description = "Runs a flow. Only what is new or changed is done; an unfinished run is resumed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  qarion-etl run orders",
      "  qarion-etl run orders --var min_amount=10 --to check_orders",
      "  qarion-etl run orders --json | jq 'select(.event == \"StepFinished\")'",
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private QarionCommand parent = new QarionCommand();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(paramLabel = "FLOW", description = "The flow's id.")
  private String flow = "";

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "A variable's value; wins over the files.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(names = "--to", paramLabel = "TASK", description = "The last task to run.")
  private Optional<String> to = Optional.empty();

  @ArgGroup(exclusive = true)
  private ProcessingOption processing = new ProcessingOption();

  @Option(
      names = "--restart",
      description = "Gives up an unfinished batch and its rows instead of resuming it.")
  private boolean restart;

  @Option(
      names = "--keep-old-tables",
      description = "Keeps tables as NAME_v1 that changed columns or keys make useless.")
  private boolean keepOldTables;

  @Option(names = "--json", description = "Prints each event as a line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (ProjectSession session = project.open(err)) {
      FlowId id = new FlowId(flow);
      var options =
          new RunOptions(
              Variables.typed(variables, session.flows().compile(id).flow().variables()),
              to.map(TaskId::new),
              processing.chosen(),
              restart,
              keepOldTables);
      var printer = RunPrinter.choose(out, json);
      RunResult result = session.run(id, options, printer, parent.cancellation());
      report(result, err);
      return code(result).code();
    }
  }

  static void report(RunResult result, PrintWriter err) {
    for (Problem problem : result.problems()) {
      err.println(problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem);
    }
  }

  static ExitCode code(RunResult result) {
    boolean notStarted =
        result.status() == RunStatus.FAILED && result.message().endsWith("was not started.");
    return notStarted ? ExitCode.INVALID : ExitCode.of(result.status());
  }
}

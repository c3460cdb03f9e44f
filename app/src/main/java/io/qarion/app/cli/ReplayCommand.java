package io.qarion.app.cli;

import io.qarion.core.plan.Processing;
import io.qarion.core.plan.RunOptions;
import io.qarion.core.problem.FlowId;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks parked rows again and moves those that pass. */
@Command(
    name = "replay",
    description = "Checks the parked rows of a flow again and moves those that pass to its target.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The file names rows by xt_parking_id and has the columns that are corrected; with",
      "'discarded' in a column xt_status a row is given up. Without a file all parked rows are",
      "checked again as they are.",
      "",
      "Examples:",
      "  qarion-etl export members park parked.csv",
      "  qarion-etl replay members --corrections parked.csv",
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private QarionCommand parent = new QarionCommand();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(paramLabel = "FLOW", description = "The flow's id.")
  private String flow = "";

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description = "Corrections by xt_parking_id; a path below the project.")
  private Optional<String> corrections = Optional.empty();

  @Option(names = "--json", description = "Prints each event as a line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (ProjectSession session = project.open(err)) {
      var options =
          new RunOptions(
              Map.of(), Optional.empty(), new Processing.Corrected(corrections), false, false);
      var printer = RunPrinter.choose(out, json);
      RunResult result = session.run(new FlowId(flow), options, printer, parent.cancellation());
      RunCommand.report(result, err);
      return RunCommand.code(result).code();
    }
  }
}

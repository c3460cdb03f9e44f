package io.qarion.app.cli;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.run.ExportedRows;
import io.qarion.core.run.ProjectSession;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the rows of one step to a file. */
@Command(
    name = "export",
    description = "Writes the rows of a step to a file inside the project.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: qarion-etl export shop customers out/customers.parquet"})
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private QarionCommand parent = new QarionCommand();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(index = "0", paramLabel = "FLOW", description = "The flow's id.")
  private String flow = "";

  @Parameters(index = "1", paramLabel = "STEP", description = "The id of its step.")
  private String step = "";

  @Parameters(
      index = "2",
      paramLabel = "FILE",
      description = "The file, relative to the project; its name says the format.")
  private String file = "";

  @Option(
      names = "--spreadsheet-safe",
      description = "Puts an apostrophe before text that a spreadsheet would run.")
  private boolean spreadsheetSafe;

  @Override
  public Integer call() {
    try (ProjectSession session = project.open(spec.commandLine().getErr())) {
      ExportedRows written =
          session.export(
              new FlowId(flow), new TaskId(step), file, spreadsheetSafe, parent.cancellation());
      PrintWriter out = spec.commandLine().getOut();
      out.println("wrote %s: %,d rows".formatted(file, written.rows()));
      if (written.neutralised() > 0) {
        out.println(
            "%,d rows held text that a spreadsheet would run as a formula; it got an apostrophe."
                .formatted(written.neutralised()));
      }
      written.notes().forEach(out::println);
      return ExitCode.SUCCESS.code();
    }
  }
}

package io.qarion.app.cli;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.run.PreviewService;
import io.qarion.core.run.ProjectSession;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the rows of one step. */
@Command(
    name = "preview",
    description = "Shows rows of a step without running it. Nothing is written.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: qarion-etl preview orders load_orders --rows 5"})
final class PreviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private QarionCommand parent = new QarionCommand();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(index = "0", paramLabel = "FLOW", description = "The flow's id.")
  private String flow = "";

  @Parameters(index = "1", paramLabel = "STEP", description = "The id of its step.")
  private String step = "";

  @Option(names = "--rows", description = "How many; ${DEFAULT-VALUE} by default.")
  private int rows = 20;

  @Option(names = "--offset", description = "Rows to pass over.")
  private long offset;

  @Option(names = "--sql", description = "Shows the SQL behind the step instead of rows.")
  private boolean sql;

  @Override
  public Integer call() {
    if (rows < 1 || offset < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rows counts from 1 and --offset from 0; write larger numbers.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (ProjectSession session = project.open(spec.commandLine().getErr())) {
      PreviewService preview = session.preview(new FlowId(flow), Map.of());
      if (sql) {
        out.println(preview.explain(new TaskId(step)));
        return ExitCode.SUCCESS.code();
      }
      RowPage page = preview.page(new TaskId(step), offset, rows, parent.cancellation());
      TextTable.print(page, out);
      out.println(
          page.more()
              ? "rows %,d to %,d; there are more"
                  .formatted(page.offset() + 1, page.offset() + page.rows().size())
              : "%,d rows".formatted(page.offset() + page.rows().size()));
      return ExitCode.SUCCESS.code();
    }
  }
}

package io.qarion.app.cli;

import io.qarion.core.history.RunRecord;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.run.ProjectSession;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what has been run. */
@Command(
    name = "history",
    description = "Lists the runs of a project, newest first, or the steps of one run.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: qarion-etl history orders --limit 5"})
final class HistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(arity = "0..1", paramLabel = "FLOW", description = "Only runs of this flow.")
  private Optional<String> flow = Optional.empty();

  @Option(names = "--limit", description = "How many; ${DEFAULT-VALUE} by default.")
  private int limit = 20;

  @Option(names = "--run", paramLabel = "ID", description = "Shows the steps of this run.")
  private Optional<String> run = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ProjectSession session = project.open(spec.commandLine().getErr())) {
      if (run.isPresent()) {
        session.history().steps(new RunId(run.get())).forEach(step -> out.println(line(step)));
      } else {
        List<RunRecord> runs = session.history().runs(flow.map(FlowId::new), limit);
        runs.forEach(record -> out.println(line(record)));
        if (runs.isEmpty()) {
          out.println("Nothing has been run yet. Start with: qarion-etl run FLOW");
        }
      }
      return ExitCode.SUCCESS.code();
    }
  }

  private static String line(RunRecord run) {
    String time = run.end().map(end -> Amounts.time(Duration.between(run.start(), end))).orElse("");
    return "%s  %-20s  batch %-4s  %-11s  %8s  %,d loaded, %,d written  %s  %s"
        .formatted(
            run.start().toString().substring(0, 19).replace('T', ' '),
            run.flow(),
            run.batchId().map(Object::toString).orElse("–"),
            run.status().text(),
            time,
            run.rowsLoaded(),
            run.rowsProcessed(),
            run.id(),
            run.message())
        .stripTrailing();
  }

  private static String line(StepRecord step) {
    return "%-24s  batch %-4d  %-11s  %8s  %,d in, %,d out%s  %s"
        .formatted(
            step.step(),
            step.batchId(),
            step.status().text(),
            Amounts.time(step.statistics().duration()),
            Math.max(0, step.statistics().rowsIn()),
            Math.max(0, step.statistics().rowsOut()),
            engineUse(step.statistics()),
            step.message())
        .stripTrailing();
  }

  /** Memory where it is known, and what was spilled if anything was. */
  private static String engineUse(StepStatistics done) {
    String memory =
        done.peakMemory() < 0 ? "" : ", %s of memory".formatted(Amounts.bytes(done.peakMemory()));
    return done.spilled() <= 0
        ? memory
        : memory + ", %s spilled".formatted(Amounts.bytes(done.spilled()));
  }
}

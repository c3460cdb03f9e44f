package io.qarion.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRunPrinterTest {

  private static final RunId RUN = new RunId("r");
  private static final TaskId LOAD = new TaskId("load");
  private static final Instant START = Instant.parse("2024-01-31T10:00:00Z");

  private final StringWriter text = new StringWriter();

  @Test
  void aTerminalShowsHowFarAStepIsAndHowLongItStillTakes() {
    start(true);

    String shown = text.toString();
    assertThat(shown).contains("  … load 25 % 10.0 s, about 30.0 s left");
    assertThat(shown).contains("\r\u001b[2K");
  }

  @Test
  void elsewhereNothingIsSaidUntilSomethingIsDone() {
    start(false);

    assertThat(text.toString()).isEqualTo("Run of 'f' on duckdb\nBatch 1, resumed\n");
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, Failed",
    "CANCELLED, Stopped",
    "INTERRUPTED, Interrupted",
    "RUNNING, Running",
    "SKIPPED, Skipped",
    "SUCCESS, Done",
  })
  void theLastLineSaysHowItEnded(RunStatus status, String word) {
    TextRunPrinter printer = start(false);

    printer.accept(
        new RunEvent.StepFinished(
            RUN,
            at(125),
            1,
            LOAD,
            RunStatus.FAILED,
            StepStatistics.NONE,
            "why",
            List.of(),
            List.of()));
    printer.accept(
        new RunEvent.RunFinished(RUN, at(125), status, StepStatistics.NONE, "Because.", List.of()));

    assertThat(text.toString())
        .endsWith("  ✗ load  failed\n" + word + " in 2 min 5 s.  Because.\n");
  }

  @Test
  void recordsPutAsideAreCounted() {
    start(false)
        .accept(new RunEvent.FileLoaded(RUN, at(1), 1, LOAD, "data/a.csv", 1_234, 5, 3_000_000));

    assertThat(text.toString()).endsWith("    data/a.csv: 1,234 rows, 5 put aside\n");
  }

  @ParameterizedTest
  @CsvSource({"512, 512 bytes", "4096, 4.0 KB", "3000000, 2.9 MB", "5000000000, 4.7 GB"})
  void sizesAreWrittenForPeople(long bytes, String shown) {
    start(false)
        .accept(new RunEvent.FileExported(RUN, at(1), 1, LOAD, "out/a.csv", "csv", 7, bytes));

    assertThat(text.toString()).endsWith("    wrote out/a.csv: 7 rows, " + shown + "\n");
  }

  private TextRunPrinter start(boolean live) {
    var printer = new TextRunPrinter(new PrintWriter(text, true), live);
    printer.accept(new RunEvent.RunStarted(RUN, START, new FlowId("f"), "duckdb", Map.of()));
    printer.accept(
        new RunEvent.BatchStarted(
            RUN,
            START,
            1,
            true,
            List.of(new PlannedStep(LOAD, "ingestion", "Load", true, "1 new file"))));
    printer.accept(new RunEvent.StepStarted(RUN, START, 1, LOAD, "ingestion"));
    printer.accept(new RunEvent.StepProgressed(RUN, at(10), LOAD, 0.25, 5));
    return printer;
  }

  private static Instant at(long seconds) {
    return START.plus(Duration.ofSeconds(seconds));
  }
}

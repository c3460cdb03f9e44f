package io.qarion.plugins.metadata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.RunRecord;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.CheckOutcome;
import io.qarion.core.progress.OperatorProfile;
import io.qarion.core.progress.OutputColumn;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryRepositoryTest {

  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final FlowId FLOW = new FlowId("orders");
  private static final TaskId LOAD = new TaskId("load");
  private static final RunId RUN = new RunId("run-1");
  private static final StepStatistics DONE =
      new StepStatistics(12, 10, 2, 300, 0, Duration.ofMillis(45), 1_000, -1);

  private static final List<OperatorProfile> PROFILE =
      List.of(
          new OperatorProfile(
              "INSERT",
              "",
              1,
              0.5,
              List.of(new OperatorProfile("TABLE_SCAN", "Table: t", 12, 0.25, List.of()))));

  private static final StepRecord SKIPPED =
      new StepRecord(
          RUN,
          new TaskId("later"),
          "skipped",
          7,
          START.plusSeconds(2),
          Optional.of(START.plusSeconds(2)),
          RunStatus.SKIPPED,
          new StepStatistics(0, 0, 0, 0, 0, Duration.ZERO, -1, -1),
          "a step before it did not succeed",
          List.of());

  private static final List<OutputColumn> COLUMNS =
      List.of(new OutputColumn("say \"id\"", "integer"), new OutputColumn("Zoë", "decimal(12,2)"));

  private static final RunEvent CALLED =
      new RunEvent.FlowCalled(
          RUN,
          START.plusSeconds(2),
          7,
          LOAD,
          new FlowId("called"),
          new RunId("r2"),
          RunStatus.FAILED);

  @TempDir private Path folder;

  @Test
  void keepsARunFromItsStartToItsEnd() {
    try (HistoryRepository history = history(START)) {
      events().forEach(history::record);

      assertThat(history.runs(Optional.of(FLOW), 5))
          .containsExactly(
              new RunRecord(
                  RUN,
                  FLOW,
                  Optional.of(7L),
                  START,
                  Optional.of(START.plusSeconds(3)),
                  RunStatus.SUCCESS,
                  10,
                  10,
                  "fine",
                  "{\"a\":\"1\",\"b\":\"two \\\"2\\\"\"}",
                  1_000,
                  -1));
      assertThat(history.steps(RUN))
          .containsExactly(
              new StepRecord(
                  RUN,
                  LOAD,
                  "ingestion",
                  7,
                  START.plusSeconds(1),
                  Optional.of(START.plusSeconds(2)),
                  RunStatus.SUCCESS,
                  DONE,
                  "",
                  COLUMNS),
              SKIPPED);
      assertThat(history.runs(Optional.of(new FlowId("other")), 5)).isEmpty();
    }
  }

  @Test
  void notesFilesChecksExportsAndWhatWasSaid() {
    Path file = folder.resolve("metadata.db");
    try (HistoryRepository history = history(START)) {
      events().forEach(history::record);
    }
    try (MetadataDatabase database = MetadataDatabase.open(file)) {
      assertThat(
              texts(database, "SELECT file_path || ' ' || rows_rejected FROM xt_load_operations"))
          .containsExactly("data/a.csv 2");
      assertThat(
              texts(database, "SELECT message || ' ' || passed FROM xt_quality_check_executions"))
          .containsExactly("all fine 1");
      assertThat(texts(database, "SELECT file_path || ' ' || format FROM xt_export_operations"))
          .containsExactly("out/a.csv csv");
      assertThat(
              texts(
                  database,
                  """
                  SELECT triggered_flow_id || ' ' || triggered_execution_id || ' ' || status
                  FROM xt_flow_trigger_operations\
                  """))
          .containsExactly("called r2 failed");
      assertThat(texts(database, "SELECT level || ' ' || message FROM xt_operation_logs"))
          .containsExactly("info runs: 1 new file", "warning Careful. Look.");
    }
  }

  @Test
  void keepsWhatEachOperatorDidAsJson() {
    try (HistoryRepository history = history(START)) {
      events().forEach(history::record);
    }
    try (MetadataDatabase database = MetadataDatabase.open(folder.resolve("metadata.db"))) {
      assertThat(
              texts(
                  database,
                  "SELECT operator_profile FROM xt_task_executions WHERE operator_profile > ''"))
          .containsExactly(
              """
              [{"name":"INSERT","detail":"","rows":1,"seconds":0.5,"children":\
              [{"name":"TABLE_SCAN","detail":"Table: t","rows":12,"seconds":0.25,"children":[]}]}]\
              """);
    }
  }

  @Test
  void aFileOfAnEarlierVersionGetsTheColumnsThatItLacks() {
    Path file = folder.resolve("metadata.db");
    try (MetadataDatabase database = MetadataDatabase.open(file)) {
      database.update("ALTER TABLE xt_flow_executions DROP COLUMN spilled_bytes");
      database.update("ALTER TABLE xt_task_executions DROP COLUMN operator_profile");
      database.update("ALTER TABLE xt_task_executions DROP COLUMN output_columns");
    }
    try (HistoryRepository history = history(START)) {
      events().forEach(history::record);

      assertThat(history.runs(Optional.empty(), 5)).hasSize(1);
    }
  }

  @Test
  void marksRunsWithoutASignOfLifeAsInterrupted() {
    try (HistoryRepository history = history(START)) {
      events().limit(3).forEach(history::record);
    }
    try (HistoryRepository history = history(START.plusSeconds(10))) {
      history.record(
          new RunEvent.RunStarted(
              new RunId("run-2"), START.plusSeconds(9), FLOW, "duckdb", Map.of()));
      history.heartbeat(new RunId("run-2"));

      assertThat(history.markInterrupted(Duration.ofSeconds(5)))
          .extracting(RunRecord::id)
          .containsExactly(RUN);
      assertThat(history.runs(Optional.empty(), 5))
          .extracting(RunRecord::status)
          .containsExactly(RunStatus.RUNNING, RunStatus.INTERRUPTED);
      assertThat(history.steps(RUN))
          .extracting(StepRecord::status)
          .containsExactly(RunStatus.INTERRUPTED);
    }
  }

  @Test
  void saysWhatToDoWithADamagedFile() throws IOException {
    Path file = folder.resolve("metadata.db");
    Files.writeString(file, "this is no database, and long enough to be taken for one".repeat(50));

    assertThatThrownBy(() -> new SqliteRepositoryPlugin().createHistoryRepository(file))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("move it away");
  }

  @Test
  void thePageOfTheDocumentationNamesEveryColumnOfEveryTable() throws IOException {
    var documented = new ArrayList<String>();
    String table = "";
    for (String line :
        Files.readAllLines(Path.of(System.getProperty("qarion.root"), "docs", "metadata.md"))) {
      if (line.startsWith("## ")) {
        table = line.substring(3);
      } else if (line.startsWith("| `")) {
        documented.add(table + "." + line.substring(3, line.indexOf('`', 3)));
      }
    }
    try (MetadataDatabase database = MetadataDatabase.open(folder.resolve("metadata.db"))) {
      assertThat(
              texts(
                  database,
                  """
                  SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
                  WHERE m.type = 'table' ORDER BY m.rowid, c.cid\
                  """))
          .isEqualTo(documented)
          .hasSizeGreaterThan(80);
    }
  }

  private static Stream<RunEvent> events() {
    return Stream.of(
        new RunEvent.RunStarted(RUN, START, FLOW, "duckdb", Map.of("a", "1", "b", "two \"2\"")),
        new RunEvent.BatchStarted(
            RUN,
            START,
            7,
            false,
            List.of(new PlannedStep(LOAD, "ingestion", "", true, "1 new file"))),
        new RunEvent.StepStarted(RUN, START.plusSeconds(1), 7, LOAD, "ingestion"),
        new RunEvent.StepProgressed(RUN, START.plusSeconds(1), LOAD, 0.5, 5),
        new RunEvent.FileLoaded(RUN, START.plusSeconds(1), 7, LOAD, "data/a.csv", 10, 2, 300),
        new RunEvent.CheckFinished(
            RUN,
            START.plusSeconds(2),
            7,
            LOAD,
            new CheckOutcome("c", "check", "range", "error", true, 10, 0, "all fine")),
        new RunEvent.FileExported(RUN, START.plusSeconds(2), 7, LOAD, "out/a.csv", "csv", 10, 99),
        CALLED,
        new RunEvent.StepFinished(
            RUN, START.plusSeconds(2), 7, LOAD, RunStatus.SUCCESS, DONE, "", PROFILE, COLUMNS),
        new RunEvent.StepFinished(
            RUN,
            START.plusSeconds(2),
            7,
            new TaskId("later"),
            RunStatus.SKIPPED,
            StepStatistics.NONE,
            "a step before it did not succeed",
            List.of(),
            List.of()),
        new RunEvent.RunFinished(
            RUN,
            START.plusSeconds(3),
            RunStatus.SUCCESS,
            DONE,
            "fine",
            List.of(Problem.warning("x", Place.UNKNOWN, "Careful.", "Look."))));
  }

  private HistoryRepository history(Instant now) {
    return new SqliteHistoryRepository(
        MetadataDatabase.open(folder.resolve("metadata.db")), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static List<String> texts(MetadataDatabase database, String sql) {
    return database.query(sql, row -> row.getString(1));
  }
}

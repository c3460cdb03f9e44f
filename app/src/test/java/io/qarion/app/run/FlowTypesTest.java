package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of flow from their files to their tables, and done again. */
class FlowTypesTest {

  private static final String EVENTS =
      """
      id = "visits"
      flow_type = "sessionization"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "visitor", schema_type = "string" },
        { name = "at", schema_type = "timestamp" },
      ]

      [properties]
      entity_columns = ["visitor"]
      timestamp_column = "at"
      tie_breaker_column = "id"

      [properties.load]
      source_path = "data"
      file_pattern = "events*.csv"
      batching = "per_file"
      """;

  private static final String ACTIVITY =
      """
      id = "activity"
      flow_type = "growth_accounting"

      [input]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "visitor", schema_type = "string" },
        { name = "at", schema_type = "timestamp" },
      ]

      [properties]
      entity_column = "visitor"
      timestamp_column = "at"
      period = "day"

      [properties.load]
      source_path = "data"
      file_pattern = "events*.csv"
      batching = "per_file"
      """;

  @TempDir private Path folder;

  private TestProject withEvents() throws IOException {
    return TestProject.example("orders-history", folder)
        .write("flows/visits.toml", EVENTS)
        .write("flows/activity.toml", ACTIVITY)
        .write(
            "data/events1.csv",
            """
            id,visitor,at
            1,a,2026-01-01 10:00:00
            2,a,2026-01-01 10:50:00
            3,b,2026-01-01 10:00:00
            """)
        .write(
            "data/events2.csv",
            """
            id,visitor,at
            4,a,2026-01-01 10:25:00
            3,c,2026-01-01 10:00:00
            """);
  }

  @Test
  void versionsOfOrdersHoldFromOneDeliveryToAnother() throws IOException {
    TestProject project = withEvents();

    assertThat(project.run("order_versions").code()).isZero();

    List<String> rows = project.rows("order_versions", "scd2");
    assertThat(rows.getFirst())
        .isEqualTo(
            "order_id,customer,status,amount,updated_at,xt_valid_from,xt_valid_to,xt_is_current,"
                + "xt_is_deleted,xt_version,xt_record_id,batch_id,xt_closed_batch_id");
    assertThat(states(rows, "7")).containsExactly("1 false false", "2 false true", "3 true false");
    assertThat(states(rows, "40")).containsExactly("1 false false", "2 true true");
    assertThat(states(rows, "1")).containsExactly("1 true false");
  }

  private static List<String> states(List<String> rows, String order) {
    var states = new ArrayList<String>();
    for (String row : rows) {
      List<String> cells = CsvCells.of(row);
      if (cells.getFirst().equals(order)) {
        states.add(cells.get(9) + " " + cells.get(7) + " " + cells.get(8));
      }
    }
    return states.stream().sorted().toList();
  }

  @Test
  void aStepThatReadsItsOwnTableShowsItAfterARunAndNothingStrangeBefore() throws IOException {
    TestProject project = withEvents();

    assertThat(project.rows("order_versions", "scd2")).hasSizeGreaterThan(40);
    assertThat(project.rows("visits", "sessions")).hasSize(4);
    assertThat(project.run("visits").code()).isZero();

    assertThat(project.rows("visits", "sessions").stream().map(row -> row.substring(0, 1)))
        .containsExactly("v", "a", "c");
    assertThat(project.rows("visits", "events")).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "order_versions, scd2",
    "order_ledger, change_feed",
    "order_ledger, publish",
    "visits, events",
    "visits, sessions",
    "activity, entity_periods",
    "activity, growth"
  })
  void doneAgainTheRowsAreTheSame(String flow, String step) throws IOException {
    TestProject project = withEvents();
    assertThat(project.run(flow).code()).isZero();
    List<String> rows = project.rows(flow, step);

    for (String again : List.of("--rerun", "--full-refresh", "--reload")) {
      var output = project.run(flow, again);
      assertThat(output.code()).as(output.err()).isZero();
      assertThat(project.rows(flow, step)).as(again).isEqualTo(rows);
    }
  }

  @Test
  void aBatchThatIsGivenUpLeavesEventsAsTheyWere() throws IOException {
    TestProject project = withEvents();
    String second = project.read("data/events2.csv");
    Files.delete(folder.resolve("data/events2.csv"));
    assertThat(project.run("visits").code()).isZero();
    List<String> events = project.rows("visits", "events");
    List<String> sessions = project.rows("visits", "sessions");

    project.write("data/events2.csv", second);
    assertThat(project.run("visits", "--to", "events").code()).isZero();
    assertThat(project.rows("visits", "events")).isNotEqualTo(events);
    Files.delete(folder.resolve("data/events2.csv"));
    var restarted = project.run("visits", "--restart");

    assertThat(restarted.code()).as(restarted.err()).isZero();
    assertThat(project.rows("visits", "events")).isEqualTo(events);
    assertThat(project.rows("visits", "sessions")).isEqualTo(sessions);
  }

  @Test
  void theLedgerAddsUpToWhatIsPublished() throws IOException {
    TestProject project = withEvents();
    project.write(
        "flows/sums.toml",
        """
        id = "sums"
        flow_type = "standard"

        [[tasks]]
        id = "difference"
        type = "transformation"
        source_dataset_ids = ["order_ledger_delta_transaction", "order_ledger_published"]
        target_dataset_id = "difference"
        [tasks.config]
        sql = \"""
        SELECT (SELECT sum(amount) FROM {{ order_ledger_delta_transaction }})
          - (SELECT sum(amount) FROM {{ order_ledger_published }}) AS difference,
          (SELECT count(*) FROM {{ order_ledger_delta_transaction }}
            WHERE xt_transaction_type = 'reversal') AS reversals
        \"""
        """);

    assertThat(project.run("order_ledger").code()).isZero();
    assertThat(project.run("sums").code()).isZero();

    assertThat(project.rows("sums", "difference"))
        .containsExactly("difference,reversals", "0.00,10");
  }
}

package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories of versions: the worked oracle, and what holds whatever is delivered. */
public abstract class Scd2Contract extends EngineContract {

  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 9, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("name", PlainType.STRING),
          Column.of("city", PlainType.STRING),
          Column.of("updated_at", PlainType.TIMESTAMP));

  private FlowOnEngine flow(String id, String strategy, String hardDeletes) {
    String time = strategy.equals("timestamp") ? "updated_at_column = \"updated_at\"" : "";
    String toml =
        """
        id = "%s"
        flow_type = "scd2"

        [input]
        primary_key = ["id"]
        columns = [
          { name = "id", schema_type = "integer" },
          { name = "name", schema_type = "string" },
          { name = "city", schema_type = "string" },
          { name = "updated_at", schema_type = "timestamp" },
        ]

        [properties]
        strategy = "%s"
        check_columns = ["name", "city"]
        hard_deletes = "%s"
        %s

        [properties.load]
        source_path = "data"
        """
            .formatted(id, strategy, hardDeletes, time);
    return FlowOnEngine.of(engine(), toml);
  }

  @ParameterizedTest
  @CsvSource({
    "check, ignore",
    "check, invalidate",
    "check, new_record",
    "timestamp, ignore",
    "timestamp, invalidate",
    "timestamp, new_record"
  })
  void theWorkedOracleHoldsAfterEachOfFourRuns(String strategy, String hardDeletes) {
    String id = "oracle_" + strategy + "_" + hardDeletes;
    FlowOnEngine flow = flow(id, strategy, hardDeletes);
    for (int run = 1; run <= 4; run++) {
      flow.batch(FIRST.plusDays(run - 1), Oracle.read("scd2/source_run" + run + ".csv", INPUT));
      Schema wanted = expected(strategy, hardDeletes);
      RowPage oracle =
          Oracle.read(
              "scd2/expected_%s_%s_run%d.csv".formatted(strategy, hardDeletes, run), wanted);
      List<String> stored = wanted.names().stream().map(Scd2Contract::storedName).toList();
      RowPage rows = flow.rows(id + "_scd2", stored);
      assertThat(Comparison.areSameRows(rows.rows(), oracle.rows()))
          .as(
              "run %d: got\n%sexpected\n%s",
              run, Comparison.shown(rows.rows()), Comparison.shown(oracle.rows()))
          .isTrue();
    }
  }

  @Test
  void versionsCarryWhatOpenedAndClosedThem() {
    FlowOnEngine flow = flow("columns", "check", "new_record");
    for (int run = 1; run <= 4; run++) {
      flow.batch(FIRST.plusDays(run - 1), Oracle.read("scd2/source_run" + run + ".csv", INPUT));
    }
    RowPage rows =
        flow.rows(
            "columns_scd2",
            List.of(
                "id",
                "city",
                "xt_version",
                "xt_is_current",
                "xt_is_deleted",
                "batch_id",
                "xt_closed_batch_id"));
    RowPage wanted =
        TextTable.read(
            """
            id integer | city string | v integer | current boolean | deleted boolean | b integer | c integer
            1 | Lisbon | 1 | false | false | 1 | 2
            1 | Porto  | 2 | true  | false | 2 | NULL
            2 | Oslo   | 1 | false | false | 1 | 3
            2 | Bergen | 2 | true  | false | 3 | NULL
            3 | Rome   | 1 | false | false | 1 | 2
            3 | Rome   | 2 | false | true  | 2 | 3
            3 | Milan  | 3 | true  | false | 3 | NULL
            4 | Bonn   | 1 | true  | false | 2 | NULL\
            """);
    assertThat(Comparison.areSameRows(rows.rows(), wanted.rows()))
        .as(Comparison.shown(rows.rows()))
        .isTrue();
  }

  @Test
  void valuesThatChangeWhileTheTimeStandsStillAreCounted() {
    FlowOnEngine flow = flow("still", "timestamp", "ignore");
    for (int run = 1; run <= 3; run++) {
      flow.batch(FIRST.plusDays(run - 1), Oracle.read("scd2/source_run" + run + ".csv", INPUT));
    }
    assertThat(flow.warnings())
        .singleElement()
        .hasToString(
            "properties.updated_at_column: Records with other values than before and the same"
                + " 'updated_at': 1. They begin no version; write strategy = \"check\" to see"
                + " them.");
  }

  @ParameterizedTest
  @CsvSource({
    "check, ignore, 1",
    "check, invalidate, 2",
    "check, new_record, 3",
    "timestamp, new_record, 4"
  })
  void versionsNeverOverlapAndTheOpenOnesAreTheLastDelivery(
      String strategy, String hardDeletes, long seed) {
    var random = new Random(seed);
    String id = "random_" + seed;
    FlowOnEngine flow = flow(id, strategy, hardDeletes);
    Map<Long, List<@Nullable Object>> last = new TreeMap<>();
    for (int run = 0; run < 6; run++) {
      LocalDateTime clock = FIRST.plusHours(run);
      last = delivery(random, last, clock);
      flow.batch(clock, RowPage.of(INPUT, 0, List.copyOf(last.values()), false));
      checkVersions(versions(flow, id));
    }
    int before = versions(flow, id).size();
    flow.batch(FIRST.plusDays(9), RowPage.of(INPUT, 0, List.copyOf(last.values()), false));
    List<List<@Nullable Object>> after = versions(flow, id);
    assertThat(after).as("an equal delivery adds and closes nothing").hasSize(before);
    List<List<@Nullable Object>> open = new ArrayList<>();
    after.stream()
        .filter(row -> row.get(5) == null && Boolean.FALSE.equals(row.get(6)))
        .forEach(row -> open.add(row.subList(0, 3)));
    List<List<@Nullable Object>> delivered = new ArrayList<>();
    last.values().forEach(row -> delivered.add(row.subList(0, 3)));
    if (hardDeletes.equals("ignore")) {
      assertThat(open).containsAll(delivered);
    } else {
      assertThat(open).containsExactlyInAnyOrderElementsOf(delivered);
    }
  }

  private static Map<Long, List<@Nullable Object>> delivery(
      Random random, Map<Long, List<@Nullable Object>> before, LocalDateTime clock) {
    Map<Long, List<@Nullable Object>> rows = new TreeMap<>();
    for (long id = 1; id <= 40; id++) {
      List<@Nullable Object> old = before.get(id);
      boolean stays = old != null && random.nextInt(3) > 0;
      if (stays) {
        rows.put(id, old);
      } else if (random.nextInt(3) > 0) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add(random.nextInt(4) == 0 ? null : "n" + random.nextInt(3));
        row.add(random.nextInt(4) == 0 ? "" : "c" + random.nextInt(3));
        row.add(clock.minusMinutes(random.nextInt(59)));
        rows.put(id, row);
      }
    }
    return rows;
  }

  private List<List<@Nullable Object>> versions(FlowOnEngine flow, String id) {
    return flow.rows(
            id + "_scd2",
            List.of(
                "id",
                "name",
                "city",
                "updated_at",
                "xt_valid_from",
                "xt_valid_to",
                "xt_is_deleted",
                "xt_version",
                "xt_record_id"))
        .rows();
  }

  private static void checkVersions(List<List<@Nullable Object>> rows) {
    var byKey = new HashMap<Object, List<List<@Nullable Object>>>();
    rows.forEach(
        row -> byKey.computeIfAbsent(String.valueOf(row.get(0)), _ -> new ArrayList<>()).add(row));
    assertThat(rows.stream().map(row -> row.get(8)).distinct()).hasSameSizeAs(rows);
    byKey.values().forEach(Scd2Contract::checkKey);
  }

  private static void checkKey(List<List<@Nullable Object>> versions) {
    versions.sort(Comparator.comparing(row -> String.valueOf(row.get(4))));
    LocalDateTime end = LocalDateTime.MIN;
    for (int i = 0; i < versions.size(); i++) {
      List<@Nullable Object> row = versions.get(i);
      assertThat(row.get(7)).isEqualTo(i + 1L);
      LocalDateTime from = (LocalDateTime) row.get(4);
      assertThat(from).isAfterOrEqualTo(end);
      if (row.get(5) instanceof LocalDateTime to) {
        assertThat(to).isAfter(from);
        end = to;
      } else {
        assertThat(i).as("only the last version is open").isEqualTo(versions.size() - 1);
      }
    }
  }

  private static Schema expected(String strategy, String hardDeletes) {
    var columns = new ArrayList<Column>();
    columns.add(Column.of("id", PlainType.INTEGER));
    columns.add(Column.of("name", PlainType.STRING));
    columns.add(Column.of("city", PlainType.STRING));
    if (strategy.equals("timestamp")) {
      columns.add(Column.of("updated_at", PlainType.TIMESTAMP));
    }
    columns.add(Column.of("valid_from", PlainType.TIMESTAMP));
    columns.add(Column.of("valid_to", PlainType.TIMESTAMP));
    if (hardDeletes.equals("new_record")) {
      columns.add(Column.of("is_deleted", PlainType.BOOLEAN));
    }
    return new Schema(columns);
  }

  private static String storedName(String name) {
    return List.of("valid_from", "valid_to", "is_deleted").contains(name) ? "xt_" + name : name;
  }
}

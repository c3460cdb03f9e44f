package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parking: no row is lost or doubled, whatever is delivered and corrected. */
public abstract class ParkingContract extends EngineContract {

  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 6, 1, 8, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("name", PlainType.STRING),
          Column.of("age", PlainType.INTEGER));

  private static final Schema HANDED_IN =
      Schema.of(
          Column.of("xt_parking_id", PlainType.STRING),
          Column.of("xt_action", PlainType.STRING),
          Column.of("id", PlainType.INTEGER),
          Column.of("name", PlainType.STRING),
          Column.of("age", PlainType.INTEGER));

  private static String toml(String id) {
    return """
    id = "%s"
    flow_type = "error_parking"

    [input]
    columns = [
      { name = "id", schema_type = "integer" },
      { name = "name", schema_type = "string" },
      { name = "age", schema_type = "integer" },
    ]

    [[properties.quality_checks]]
    check_id = "named"
    check_type = "completeness"
    columns = ["name"]

    [[properties.quality_checks]]
    check_id = "once"
    check_type = "uniqueness"
    columns = ["id"]

    [[properties.quality_checks]]
    check_id = "of_age"
    check_type = "range"
    columns = ["age"]
    config = { min = 18 }

    [properties.load]
    source_path = "data"
    """
        .formatted(id);
  }

  private static RowPage delivery(Random random) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          Arrays.asList(
              random.nextInt(12) == 0 ? null : (Object) (long) random.nextInt(120),
              random.nextInt(5) == 0 ? null : "n" + random.nextInt(9),
              random.nextInt(9) == 0 ? null : (Object) (10L + random.nextInt(60))));
    }
    return RowPage.of(INPUT, 0, rows, false);
  }

  /** The checks that a row fails among the rows of its delivery. */
  private static String failed(List<@Nullable Object> row, List<List<@Nullable Object>> among) {
    var failed = new ArrayList<String>();
    if (row.get(1) == null) {
      failed.add("named");
    }
    Optional<Object> id = Optional.ofNullable(row.get(0));
    if (id.isPresent()
        && among.stream().filter(other -> id.equals(Optional.ofNullable(other.get(0)))).count()
            > 1) {
      failed.add("once");
    }
    if (row.get(2) instanceof Long age && age < 18) {
      failed.add("of_age");
    }
    return String.join(", ", failed);
  }

  private static List<List<@Nullable Object>> target(FlowOnEngine flow, String id) {
    return flow.rows(id + "_target", List.of("id", "name", "age", "batch_id")).rows();
  }

  private static List<List<@Nullable Object>> parking(FlowOnEngine flow, String id) {
    return flow.rows(
            id + "_error_parking",
            List.of("id", "name", "age", "batch_id", "xt_failed_checks", "xt_status"))
        .rows();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachDeliveredRowIsInOnePlaceWithAllChecksThatItFails(long seed) {
    var random = new Random(seed);
    String id = "delivered_" + seed;
    FlowOnEngine flow = FlowOnEngine.of(engine(), toml(id));
    List<List<@Nullable Object>> good = new ArrayList<>();
    List<List<@Nullable Object>> bad = new ArrayList<>();
    for (long batch = 1; batch <= 4; batch++) {
      RowPage rows = delivery(random);
      flow.batch(FIRST.plusHours(batch), rows);
      for (List<@Nullable Object> row : rows.rows()) {
        List<@Nullable Object> wanted = new ArrayList<>(row);
        wanted.add(batch);
        String failed = failed(row, rows.rows());
        if (failed.isEmpty()) {
          good.add(wanted);
        } else {
          wanted.add(failed);
          wanted.add("parked");
          bad.add(wanted);
        }
      }
      assertThat(Comparison.areSameRows(target(flow, id), good)).isTrue();
      assertThat(Comparison.areSameRows(parking(flow, id), bad)).isTrue();
    }
    assertThat(good.size() + bad.size()).isEqualTo(240);
    assertThat(flow.warnings()).hasSize(4).extracting(Problem::code).containsOnly("rows.parked");
  }

  @ParameterizedTest
  @CsvSource({"4", "5", "6"})
  void whateverIsHandedInNoRowIsLostOrDoubled(long seed) {
    var random = new Random(seed);
    String id = "corrected_" + seed;
    FlowOnEngine flow = FlowOnEngine.of(engine(), toml(id));
    int delivered = 0;
    for (int round = 0; round < 3; round++) {
      flow.batch(FIRST.plusDays(round), delivery(random));
      delivered += 60;
      checkSum(flow, id, delivered);
      long replayed = count(flow, id, "replayed");
      flow.corrections(FIRST.plusDays(round).plusHours(1), handedIn(flow, id, random));
      checkSum(flow, id, delivered);
      assertThat(count(flow, id, "replayed")).isGreaterThan(replayed);
      assertThat(count(flow, id, "discarded")).isPositive();
    }
    List<List<@Nullable Object>> moved =
        flow
            .rows(id + "_target", List.of("xt_parking_id", "xt_parked_batch_id", "batch_id"))
            .rows()
            .stream()
            .filter(row -> row.get(0) != null)
            .toList();
    List<List<@Nullable Object>> replayed =
        flow
            .rows(
                id + "_error_parking",
                List.of("xt_parking_id", "batch_id", "xt_replayed_batch_id", "xt_status"))
            .rows()
            .stream()
            .filter(row -> "replayed".equals(row.get(3)))
            .<List<@Nullable Object>>map(row -> row.subList(0, 3))
            .toList();
    assertThat(Comparison.areSameRows(moved, replayed))
        .as("moved once, both batches kept")
        .isTrue();
  }

  /** Corrections of some rows: most are mended, some given up, some as bad as before. */
  private static RowPage handedIn(FlowOnEngine flow, String id, Random random) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row :
        flow.rows(id + "_error_parking", List.of("xt_parking_id", "id", "name", "age")).rows()) {
      int fate = random.nextInt(4);
      if (fate > 0) {
        rows.add(
            Arrays.asList(
                row.get(0),
                fate == 1 ? "discard" : "replay",
                row.get(1),
                fate == 2 ? row.get(2) : "mended",
                fate == 2 ? row.get(3) : (Object) 33L));
      }
    }
    return RowPage.of(HANDED_IN, 0, rows, false);
  }

  private static void checkSum(FlowOnEngine flow, String id, int delivered) {
    long waiting = count(flow, id, "parked") + count(flow, id, "discarded");
    assertThat(target(flow, id).size() + waiting).isEqualTo(delivered);
    List<Object> ids =
        flow.rows(id + "_error_parking", List.of("xt_parking_id")).rows().stream()
            .<Object>map(row -> String.valueOf(row.get(0)))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  private static long count(FlowOnEngine flow, String id, String status) {
    return parking(flow, id).stream().filter(row -> status.equals(row.get(5))).count();
  }
}

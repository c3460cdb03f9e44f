package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of growth: the worked oracle, identities, and that batches leave no trace. */
public abstract class GrowthContract extends EngineContract {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 6, 1, 9, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("who", PlainType.STRING),
          Column.of("at", PlainType.TIMESTAMP),
          Column.of("amount", new DecimalType(12, 2)));

  private static final List<String> USERS =
      List.of(
          "period_start",
          "active",
          "new",
          "retained",
          "resurrected",
          "churned",
          "net_change",
          "quick_ratio",
          "retention_rate");

  private static String toml(String id, String properties) {
    return """
    id = "%s"
    flow_type = "growth_accounting"

    [input]
    columns = [
      { name = "who", schema_type = "string" },
      { name = "at", schema_type = "timestamp" },
      { name = "amount", schema_type = "decimal(12,2)" },
    ]

    [properties]
    entity_column = "who"
    timestamp_column = "at"
    %s

    [properties.load]
    source_path = "data"
    """
        .formatted(id, properties);
  }

  private FlowOnEngine flow(String id, String properties) {
    return FlowOnEngine.of(engine(), toml(id, properties));
  }

  /** Months of an oracle as times somewhere in them. */
  private static RowPage input(RowPage oracle) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : oracle.rows()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(row.get(0));
      cells.add(LocalDate.parse(row.get(1) + "-17").atTime(13, 5));
      cells.add(row.size() > 2 ? row.get(2) : null);
      rows.add(cells);
    }
    return RowPage.of(INPUT, 0, rows, false);
  }

  /** Rows of an oracle, their months as first days. */
  private static List<List<@Nullable Object>> expected(String file, List<Column> columns) {
    var all = new ArrayList<Column>();
    all.add(Column.of("month", PlainType.STRING));
    all.addAll(columns);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : Oracle.read(file, new Schema(all)).rows()) {
      var cells = new ArrayList<>(row);
      cells.set(0, LocalDate.parse(row.getFirst() + "-01"));
      rows.add(cells);
    }
    return rows;
  }

  private static Column number(String name) {
    return Column.of(name, PlainType.INTEGER);
  }

  private static Column ratio(String name) {
    return Column.of(name, new DecimalType(18, 4));
  }

  private static Column amount(String name) {
    return Column.of(name, new DecimalType(38, 2));
  }

  private static void expectRows(
      List<List<@Nullable Object>> rows, List<List<@Nullable Object>> wanted) {
    assertThat(Comparison.areSameRows(rows, wanted))
        .as("got\n%sexpected\n%s", Comparison.shown(rows), Comparison.shown(wanted))
        .isTrue();
  }

  @Test
  void theWorkedOracleOfUsersHolds() {
    FlowOnEngine flow = flow("users", "");
    flow.batch(
        CLOCK,
        input(
            Oracle.read(
                "growth/activity.csv",
                Schema.of(
                    Column.of("user_id", PlainType.STRING),
                    Column.of("month", PlainType.STRING)))));
    expectRows(
        flow.rows(
                "users_growth",
                List.of(
                    "period_start",
                    "active",
                    "new",
                    "retained",
                    "resurrected",
                    "churned",
                    "quick_ratio",
                    "retention_rate"))
            .rows(),
        expected(
            "growth/expected_users.csv",
            List.of(
                number("active"),
                number("new"),
                number("retained"),
                number("resurrected"),
                number("churned"),
                ratio("quick_ratio"),
                ratio("retention"))));
  }

  @Test
  void theWorkedOracleOfRevenueHolds() {
    FlowOnEngine flow = flow("revenue", "value_column = \"amount\"");
    flow.batch(
        CLOCK,
        input(
            Oracle.read(
                "growth/revenue.csv",
                Schema.of(
                    Column.of("customer", PlainType.STRING),
                    Column.of("month", PlainType.STRING),
                    amount("mrr")))));
    expectRows(
        flow.rows(
                "revenue_growth",
                List.of(
                    "period_start",
                    "value_total",
                    "value_new",
                    "value_retained",
                    "value_resurrected",
                    "value_expansion",
                    "value_contraction",
                    "value_churned",
                    "value_quick_ratio",
                    "gross_churn",
                    "net_churn"))
            .rows(),
        revenue());
  }

  private static List<List<@Nullable Object>> revenue() {
    List<List<@Nullable Object>> wanted =
        expected(
            "growth/expected_revenue.csv",
            List.of(
                amount("mrr"),
                amount("new"),
                amount("retained"),
                amount("resurrected"),
                amount("expansion"),
                amount("contraction"),
                amount("churned"),
                ratio("quick_ratio"),
                ratio("gross_churn"),
                ratio("net_churn")));
    for (List<@Nullable Object> row : wanted) {
      row.replaceAll(
          cell -> cell instanceof BigDecimal sum && sum.scale() == 0 ? sum.setScale(2) : cell);
    }
    return wanted;
  }

  @Test
  void aPeriodThatABatchLeavesAsItIsKeepsItsBatch() {
    FlowOnEngine flow = flow("kept", "period = \"week\"\nweek_start = \"sunday\"");
    flow.batch(
        CLOCK,
        TextTable.read(
            """
            who string | at timestamp | amount decimal(12,2)
            a | 2026-01-03T23:59:59 | NULL
            a | 2026-01-04T00:00:00 | NULL
            b | 2026-01-04T00:00:00 | NULL\
            """));
    flow.batch(
        CLOCK.plusDays(1),
        TextTable.read(
            """
            who string | at timestamp | amount decimal(12,2)
            NULL | 2026-01-19T10:00:00 | NULL
            b | NULL | NULL
            b | 2026-01-19T10:00:00 | NULL\
            """));
    expectRows(
        flow.rows("kept_growth", List.of("period_start", "active", "churned", "batch_id")).rows(),
        TextTable.read(
                """
                start date | active integer | churned integer | batch integer
                2025-12-28 | 1 | 0 | 1
                2026-01-04 | 2 | 0 | 1
                2026-01-11 | 0 | 2 | 2
                2026-01-18 | 1 | 0 | 2\
                """)
            .rows());
    assertThat(flow.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "Rows left out because they have no 'at': 1.", "Rows of nobody, left out: 1.");
  }

  @Test
  void daysAreThoseOfTheZone() {
    FlowOnEngine flow = flow("zone", "period = \"day\"\nperiod_zone = \"Europe/Lisbon\"");
    flow.batch(
        CLOCK,
        TextTable.read(
            """
            who string | at timestamp | amount decimal(12,2)
            a | 2026-07-01T22:59:00 | NULL
            a | 2026-07-01T23:00:00 | NULL\
            """));
    expectRows(
        flow.rows("zone_growth", List.of("period_start", "active", "retained")).rows(),
        TextTable.read(
                """
                start date | active integer | retained integer
                2026-07-01 | 1 | 0
                2026-07-02 | 1 | 1\
                """)
            .rows());
  }

  @ParameterizedTest
  @CsvSource({
    "1, month, false",
    "2, day, true",
    "3, week, true",
    "4, quarter, false",
    "5, year, true"
  })
  void anyDivisionIntoBatchesGivesTheAccountOfOne(long seed, String period, boolean hasValue) {
    var random = new Random(seed);
    String properties =
        "period = \"" + period + "\"" + (hasValue ? "\nvalue_column = \"amount\"" : "");
    List<List<@Nullable Object>> events = events(random);
    FlowOnEngine whole = flow("whole_" + seed, properties);
    whole.batch(CLOCK, RowPage.of(INPUT, 0, events, false));
    FlowOnEngine parts = flow("parts_" + seed, properties);
    Collections.shuffle(events, random);
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(60));
      parts.batch(
          CLOCK.plusDays(from), RowPage.of(INPUT, 0, List.copyOf(events.subList(from, to)), false));
      from = to;
    }
    var columns = new ArrayList<>(USERS);
    if (hasValue) {
      columns.addAll(List.of("value_total", "value_churned", "net_churn"));
    }
    RowPage once = whole.rows("whole_" + seed + "_growth", columns);
    expectRows(parts.rows("parts_" + seed + "_growth", columns).rows(), once.rows());
    List<String> statuses = List.of("who", "period_start", "status");
    expectRows(
        parts.rows("parts_" + seed + "_entity_periods", statuses).rows(),
        whole.rows("whole_" + seed + "_entity_periods", statuses).rows());
    for (List<@Nullable Object> row : once.rows()) {
      assertThat(at(row, 1)).isEqualTo(at(row, 2) + at(row, 3) + at(row, 4));
      assertThat(at(row, 6)).isEqualTo(at(row, 2) + at(row, 4) - at(row, 5));
    }
  }

  private static long at(List<@Nullable Object> row, int column) {
    return row.get(column) instanceof Long number ? number : Long.MIN_VALUE;
  }

  private static List<List<@Nullable Object>> events(Random random) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int i = 0; i < 150; i++) {
      var row = new ArrayList<@Nullable Object>();
      row.add("u" + random.nextInt(8));
      row.add(CLOCK.plusHours(random.nextInt(24 * 200)));
      row.add(BigDecimal.valueOf(random.nextInt(5) * 50L - 50, 2));
      rows.add(row);
    }
    return rows;
  }
}

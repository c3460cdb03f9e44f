package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions: the worked oracle, and that batches leave no trace in them. */
public abstract class SessionsContract extends EngineContract {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 4, 1, 9, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("event_id", PlainType.INTEGER),
          Column.of("user_id", PlainType.STRING),
          Column.of("ts_utc", PlainType.TIMESTAMP),
          Column.of("campaign", PlainType.STRING));

  private static final List<String> EVENTS =
      List.of(
          "event_id",
          "user_id",
          "ts_utc",
          "campaign",
          "xt_session_id",
          "xt_session_number",
          "xt_event_number");

  private static final List<String> SESSIONS =
      List.of(
          "user_id",
          "xt_session_id",
          "session_start",
          "session_end",
          "duration_seconds",
          "event_count");

  private static String toml(String id, String head, String properties) {
    return """
    id = "%s"
    flow_type = "sessionization"

    [input]
    %s
    columns = [
      { name = "event_id", schema_type = "integer" },
      { name = "user_id", schema_type = "string" },
      { name = "ts_utc", schema_type = "timestamp" },
      { name = "campaign", schema_type = "string" },
    ]

    [properties]
    entity_columns = ["user_id"]
    timestamp_column = "ts_utc"
    tie_breaker_column = "event_id"
    %s

    [properties.load]
    source_path = "data"
    """
        .formatted(id, head, properties);
  }

  private FlowOnEngine flow(String id, String properties) {
    return FlowOnEngine.of(engine(), toml(id, "", properties));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s1 | S1_gap_gt_1800 | ",
        "s2 | S2_gap_ge_1800 | boundary = 'gap_greater_or_equal'",
        "s3 | S3_S1_plus_midnight_utc | split_at_midnight = 'UTC'",
        "s3ny | S3ny_S1_plus_midnight_utc_minus_5 | split_at_midnight = 'America/New_York'",
        "s4 | S4_universal_analytics | boundary = 'gap_greater_or_equal'; split_at_midnight ="
            + " 'UTC'; split_on_column = 'campaign'"
      })
  void theWorkedOracleHoldsForEachOfFiveRules(
      String id, String expected, @Nullable String properties) {
    FlowOnEngine flow =
        flow(id, properties == null ? "" : properties.replace("; ", "\n").replace('\'', '"'));
    flow.batch(CLOCK, Oracle.read("sessions/events.csv", INPUT));
    RowPage rows = flow.rows(id + "_events", List.of("event_id", "user_id", "xt_session_number"));
    RowPage wanted =
        Oracle.read(
            "sessions/expected_session_number.csv",
            Schema.of(
                Column.of("event_id", PlainType.INTEGER),
                Column.of("user_id", PlainType.STRING),
                Column.of(expected, PlainType.INTEGER)));
    assertThat(Comparison.areSameRows(rows.rows(), wanted.rows()))
        .as("got\n%s", Comparison.shown(rows.rows()))
        .isTrue();
  }

  @Test
  void aSessionHasItsTimesAndItsNumberOfEvents() {
    FlowOnEngine flow = flow("summed", "");
    flow.batch(CLOCK, Oracle.read("sessions/events.csv", INPUT));
    RowPage wanted =
        TextTable.read(
            """
            user string | start timestamp | end timestamp | seconds integer | events integer | batch integer
            A | 2026-03-01T10:00:00 | 2026-03-01T10:40:00 | 2400 | 3 | 1
            A | 2026-03-01T11:10:01 | 2026-03-01T11:20:00 | 599 | 3 | 1
            A | 2026-03-01T23:50:00 | 2026-03-02T00:05:00 | 900 | 2 | 1
            B | 2026-03-01T10:05:00 | 2026-03-01T10:05:00 | 0 | 2 | 1\
            """);
    RowPage rows =
        flow.rows(
            "summed_sessions",
            List.of(
                "user_id",
                "session_start",
                "session_end",
                "duration_seconds",
                "event_count",
                "batch_id"));
    assertThat(Comparison.areSameRows(rows.rows(), wanted.rows()))
        .as("got\n%s", Comparison.shown(rows.rows()))
        .isTrue();
  }

  @Test
  void aLateEventJoinsSessionsAndOthersKeepTheirBatch() {
    FlowOnEngine flow = flow("late", "");
    flow.batch(
        CLOCK,
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            1 | A | 2026-03-01T10:00:00 | NULL
            2 | A | 2026-03-01T10:40:00 | NULL
            3 | A | 2026-03-01T15:00:00 | NULL
            4 | B | 2026-03-01T10:00:00 | NULL\
            """));
    flow.batch(
        CLOCK.plusDays(1),
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            5 | A | 2026-03-01T10:20:00 | NULL\
            """));
    RowPage rows =
        flow.rows("late_sessions", List.of("user_id", "session_start", "event_count", "batch_id"));
    RowPage wanted =
        TextTable.read(
            """
            user string | start timestamp | events integer | batch integer
            A | 2026-03-01T10:00:00 | 3 | 2
            A | 2026-03-01T15:00:00 | 1 | 1
            B | 2026-03-01T10:00:00 | 1 | 1\
            """);
    assertThat(Comparison.areSameRows(rows.rows(), wanted.rows()))
        .as("got\n%s", Comparison.shown(rows.rows()))
        .isTrue();
  }

  @Test
  void anEventSeenBeforeReplacesTheOldOneAlsoWhereItWasSomebodyElses() {
    FlowOnEngine flow =
        FlowOnEngine.of(engine(), toml("keyed", "primary_key = [\"event_id\"]", ""));
    flow.batch(
        CLOCK,
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            1 | A | 2026-03-01T10:00:00 | NULL
            2 | B | 2026-03-01T10:00:00 | NULL
            3 | B | 2026-03-01T10:10:00 | NULL
            4 | C | 2026-03-01T10:00:00 | NULL\
            """));
    flow.batch(
        CLOCK.plusDays(1),
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            1 | C | 2026-03-01T10:05:00 | NULL
            2 | B | 2026-03-01T12:00:00 | NULL\
            """));
    RowPage rows = flow.rows("keyed_sessions", List.of("user_id", "session_start", "event_count"));
    RowPage wanted =
        TextTable.read(
            """
            user string | start timestamp | events integer
            B | 2026-03-01T10:10:00 | 1
            B | 2026-03-01T12:00:00 | 1
            C | 2026-03-01T10:00:00 | 2\
            """);
    assertThat(Comparison.areSameRows(rows.rows(), wanted.rows()))
        .as("got\n%s", Comparison.shown(rows.rows()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "keep"})
  void eventsOfNobodyAndWithoutATimeAreCounted(String nobody) {
    FlowOnEngine flow = flow("nobody_" + nobody, "null_entity = \"" + nobody + "\"");
    flow.batch(
        CLOCK,
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            1 | A | 2026-03-01T10:00:00 | NULL
            2 | A | NULL | NULL
            3 | NULL | 2026-03-01T10:00:00 | NULL
            4 | NULL | 2026-03-01T10:01:00 | NULL\
            """));
    flow.batch(
        CLOCK.plusDays(1),
        TextTable.read(
            """
            event_id integer | user_id string | ts_utc timestamp | campaign string
            5 | NULL | 2026-03-01T10:02:00 | NULL\
            """));
    assertThat(flow.rows("nobody_" + nobody + "_events", EVENTS).rows())
        .hasSize(nobody.equals("keep") ? 4 : 1);
    assertThat(flow.rows("nobody_" + nobody + "_sessions", SESSIONS).rows())
        .hasSize(nobody.equals("keep") ? 2 : 1);
    assertThat(flow.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "Events left out because they have no 'ts_utc': 1.",
            nobody.equals("keep")
                ? "Events of nobody, taken as those of one more: 2."
                : "Events of nobody, left out: 2.",
            nobody.equals("keep")
                ? "Events of nobody, taken as those of one more: 1."
                : "Events of nobody, left out: 1.");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true", "4, false"})
  void anyDivisionIntoBatchesGivesTheSessionsOfOne(long seed, boolean splits) {
    var random = new Random(seed);
    String properties = splits ? "split_on_column = \"campaign\"" : "";
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
    for (String dataset : List.of("_events", "_sessions")) {
      List<String> columns = dataset.equals("_events") ? EVENTS : SESSIONS;
      RowPage once = whole.rows("whole_" + seed + dataset, columns);
      RowPage bits = parts.rows("parts_" + seed + dataset, columns);
      assertThat(Comparison.areSameRows(bits.rows(), once.rows()))
          .as(
              "in parts\n%sat once\n%s",
              Comparison.shown(bits.rows()), Comparison.shown(once.rows()))
          .isTrue();
    }
    RowPage ids = whole.rows("whole_" + seed + "_sessions", List.of("xt_session_id"));
    assertThat(ids.rows()).doesNotHaveDuplicates();
  }

  private static List<List<@Nullable Object>> events(Random random) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (long id = 1; id <= 200; id++) {
      var row = new ArrayList<@Nullable Object>();
      row.add(id);
      row.add("u" + random.nextInt(6));
      row.add(CLOCK.plusMinutes(random.nextInt(100) * 10L));
      row.add(random.nextInt(3) == 0 ? null : "c" + random.nextInt(2));
      rows.add(row);
    }
    return rows;
  }

  @Test
  void whatIsWrongWithSettingsIsSaidAtItsPlace() {
    List<Problem> problems =
        FlowOnEngine.compile(
                toml(
                    "wrong",
                    "",
                    """
                    timeout_minutes = 0
                    split_at_midnight = "Europe/Lisboa"
                    split_on_column = "campain"\
                    """))
            .problems();
    assertThat(problems)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "properties.timeout_minutes: The timeout has to be above 0. Write timeout_minutes ="
                + " 30.",
            "properties.split_at_midnight: There is no time zone 'Europe/Lisboa'. Did you mean"
                + " 'Europe/Lisbon'?",
            "properties.split_on_column: 'campain' is no input column. Input columns: event_id,"
                + " user_id, ts_utc, campaign.");
  }
}

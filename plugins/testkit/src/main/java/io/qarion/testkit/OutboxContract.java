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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events of an outbox: each row once, under an id that follows from it, with a payload of JSON. */
public abstract class OutboxContract extends EngineContract {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 6, 1, 9, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("type", PlainType.STRING),
          Column.of("total", new DecimalType(10, 2)),
          Column.of("share", PlainType.FLOAT),
          Column.of("paid", PlainType.BOOLEAN),
          Column.of("day", PlainType.DATE),
          Column.of("at", PlainType.TIMESTAMP));

  private static String toml(String id, String properties) {
    return """
    id = "%s"
    flow_type = "outbox"

    [input]
    primary_key = ["id"]
    columns = [
      { name = "id", schema_type = "integer" },
      { name = "type", schema_type = "string" },
      { name = "total", schema_type = "decimal(10,2)" },
      { name = "share", schema_type = "float" },
      { name = "paid", schema_type = "boolean" },
      { name = "day", schema_type = "date" },
      { name = "at", schema_type = "timestamp" },
    ]

    [properties]
    aggregate_type = "Order"
    %s

    [properties.load]
    source_path = "data"
    """
        .formatted(id, properties);
  }

  private FlowOnEngine flow(String id, String properties) {
    return FlowOnEngine.of(engine(), toml(id, properties));
  }

  private static RowPage page(List<List<@Nullable Object>> rows) {
    return RowPage.of(INPUT, 0, rows, false);
  }

  private static List<@Nullable Object> order(long id, @Nullable String type) {
    return Arrays.asList(
        id,
        type,
        new BigDecimal("39.98"),
        0.25,
        true,
        LocalDate.of(2026, 2, 28),
        LocalDateTime.of(2026, 2, 28, 23, 59, 59, 1_000));
  }

  private static List<@Nullable Object> nothing(long id) {
    return Arrays.asList(id, null, null, null, null, null, null);
  }

  @Test
  void aRowBecomesAnEventWithItsValuesAsJson() {
    FlowOnEngine flow = flow("one_event", "event_type = \"OrderCreated\"");
    flow.batch(
        CLOCK,
        page(List.of(order(1, "say \"Zo\u00eb\"\n'x' \\ / \ud83d\ude00\t\001\037"), nothing(2))));

    assertThat(
            flow.rows(
                    "one_event_outbox",
                    List.of("aggregatetype", "aggregateid", "type", "payload", "xt_sequence"))
                .rows())
        .containsExactlyInAnyOrder(
            List.of(
                "Order",
                "1",
                "OrderCreated",
                """
                {"id":1,"type":"say \\"Zo\u00eb\\"\\n'x' \\\\ / \ud83d\ude00\\t\\u0001\\u001F","total":"39.98","share":0.25,"paid":true,"day":"2026-02-28","at":"2026-02-28T23:59:59.000001"}\
                """,
                1L),
            List.of(
                "Order",
                "2",
                "OrderCreated",
                """
                {"id":2,"type":null,"total":null,"share":null,"paid":null,"day":null,"at":null}\
                """,
                2L));
  }

  @Test
  void newEventsWaitAndAreNumberedOn() {
    FlowOnEngine flow =
        flow("numbered", "event_type = \"Order-{type}\"\npayload_columns = [\"id\", \"total\"]");
    flow.batch(CLOCK, page(List.of(order(1, "made"), order(2, "made"))));
    flow.batch(CLOCK.plusDays(1), page(List.of(order(1, "sent"), nothing(3))));

    assertThat(
            flow.rows(
                    "numbered_outbox",
                    List.of(
                        "type", "payload", "batch_id", "xt_sequence", "xt_status", "xt_attempts"))
                .rows())
        .containsExactlyInAnyOrder(
            event("Order-made", "{\"id\":1,\"total\":\"39.98\"}", 1, 1),
            event("Order-made", "{\"id\":2,\"total\":\"39.98\"}", 1, 2),
            event("Order-sent", "{\"id\":1,\"total\":\"39.98\"}", 2, 3),
            event("Order-", "{\"id\":3,\"total\":null}", 2, 4));
  }

  private static List<Object> event(String type, String payload, long batch, long sequence) {
    return List.of(type, payload, batch, sequence, "pending", 0L);
  }

  @Test
  void anIdIsThatOfFlowBatchKeyAndType() {
    FlowOnEngine flow = flow("event_ids", "event_type = \"OrderCreated\"");
    flow.batch(CLOCK, page(List.of(order(1, "a"), order(2, "a"))));
    flow.batch(CLOCK.plusDays(1), page(List.of(order(1, "a"))));

    List<Object> ids = new ArrayList<>();
    flow.rows("event_ids_outbox", List.of("id")).rows().forEach(row -> ids.add(row.getFirst()));
    assertThat(ids)
        .doesNotHaveDuplicates()
        .allSatisfy(id ->
            assertThat(id.toString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"))
        .containsExactlyInAnyOrder(
            "85617650-83fe-89e9-ae41-93cc6f4ea97a",
            "5264f18e-ce7a-8c41-a464-ea6ae89501a4",
            "cbcb1b0e-b059-815b-a9d4-913b4bca311a");
  }

  @Test
  void rowsThatWouldBeTheSameEventAreRefused() {
    FlowOnEngine flow = flow("same_event", "event_type = \"OrderCreated\"");
    flow.batch(CLOCK, page(List.of(order(7, "a"), order(7, "b"))));

    assertThat(flow.warnings())
        .extracting(Problem::code, Problem::isError)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("outbox.same_event", true));
  }

  @Test
  void settingsThatMakeNoSenseAreExplained() {
    assertThat(FlowOnEngine.compile(toml("settings", "event_type = \"{tpye}\"")).problems())
        .extracting(Problem::message)
        .contains("'tpye' is no column of the source.");
    assertThat(
            FlowOnEngine.compile(
                    toml(
                        "settings",
                        """
                        event_type = "A"
                        [properties.publisher]
                        type = "http"
                        max_attempts = 0
                        """))
                .problems())
        .extracting(Problem::message)
        .contains("The address to send to is missing.", "'max_attempts' must be 1 or more.");
  }
}

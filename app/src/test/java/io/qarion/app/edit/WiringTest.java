package io.qarion.app.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.JoinKeys;
import io.qarion.core.edit.Wiring;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.transform.JoinRows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edges are drawn, refused with the reason, and taken away, in the text of a flow. */
class WiringTest {

  private static final String TEXT =
      """
      [[tasks]]
      id = "load_orders"
      type = "ingestion"
      target_dataset_id = "raw_orders"

      [[tasks]]
      id = "load_customers"
      type = "ingestion"
      target_dataset_id = "raw_customers"

      [[tasks]]
      id = "orders"
      type = "transformation"
      source_dataset_id = "raw_orders"
      target_dataset_id = "orders"
      dependencies = ["load_orders"]

      [[tasks.rules]]
      operation = "sort"
      by = ["id"]

      [[tasks]]
      id = "check"
      type = "quality_check"
      source_dataset_id = "orders"
      dependencies = ["orders"]

      [[tasks]]
      id = "out"
      type = "export"

      [tasks.config]
      file_path = "out/a.csv"
      """;

  private static final Schema ORDERS =
      new Schema(
          List.of(
              new Column("id", PlainType.INTEGER, false),
              new Column("customer_id", PlainType.INTEGER, false)));
  private static final Schema CUSTOMERS =
      new Schema(
          List.of(
              new Column("id", PlainType.INTEGER, false),
              new Column("name", PlainType.STRING, false)));

  private final Wiring wiring = new Wiring(Plugins.load().taskTypes());
  private final TomlDocument flow = TomlDocument.parse("flows/f.toml", TEXT);

  @Test
  void aSecondInputIsJoinedByTheColumnsThatFit() {
    assertThat(connected("load_customers", "orders").text())
        .contains(
            """
            source_dataset_ids = ["raw_orders", "raw_customers"]
            target_dataset_id = "orders"
            dependencies = ["load_orders", "load_customers"]
            """)
        .contains(
            """
            [[tasks.rules]]
            operation = "join"
            with = "raw_customers"
            how = "left"
            on = [["customer_id", "id"]]
            """);
  }

  @Test
  void anExportTakesOneInputAndWaitsForOthers() {
    TomlDocument once = connected("orders", "out");
    assertThat(once.text()).contains("dependencies = [\"orders\"]\nsource_dataset_id = \"orders\"");

    TomlDocument twice =
        wiring.connect(
            once, new TaskId("load_customers"), new TaskId("out"), _ -> Optional.empty());
    assertThat(twice.text())
        .contains("dependencies = [\"orders\", \"load_customers\"]")
        .contains("source_dataset_id = \"orders\"\n");
  }

  @Test
  void aCheckIsWaitedForThoughItGivesNoRows() {
    assertThat(connected("check", "out").text())
        .contains("dependencies = [\"check\"]")
        .doesNotContain("source_dataset_id = \"check\"");
  }

  @Test
  void whatIsTakenAwayIsAsItWas() {
    TomlDocument joined = connected("load_customers", "orders");
    TomlDocument again =
        wiring.disconnect(joined, new TaskId("load_customers"), new TaskId("orders"));

    assertThat(again.text())
        .contains("source_dataset_ids = [\"raw_orders\"]\n")
        .contains("dependencies = [\"load_orders\"]\n")
        .doesNotContain("join");
  }

  @Test
  void eachRefusalSaysWhyAndWhatToDo() {
    assertThat(refusal("orders", "orders").message()).isEqualTo("A step can't wait for itself.");
    assertThat(refusal("load_orders", "orders").message())
        .isEqualTo("'load_orders' already goes to 'orders'.");
    assertThat(refusal("orders", "load_customers").message())
        .isEqualTo("'load_customers' reads files: no rows go into it.");
    assertThat(refusal("check", "orders").message())
        .isEqualTo("That would make a circle: orders → check.");
    assertThat(refusal("check", "orders").fix()).isNotEmpty();
    assertThat(wiring.targets(flow, new TaskId("load_customers")))
        .containsExactlyInAnyOrder(new TaskId("orders"), new TaskId("check"), new TaskId("out"));
    assertThatThrownBy(() -> connected("check", "orders")).isInstanceOf(QarionException.class);
  }

  @Test
  void aStepGoesBetweenTwoOthers() {
    TomlDocument spliced =
        wiring.splice(
            connected("orders", "out"),
            new TaskId("orders"),
            new TaskId("load_orders"),
            new TaskId("out"),
            _ -> Optional.empty());
    assertThat(spliced.text()).contains("source_dataset_id = \"orders\"\n");
    assertThatThrownBy(() ->
            wiring.splice(
                flow,
                new TaskId("check"),
                new TaskId("load_orders"),
                new TaskId("orders"),
                _ -> Optional.empty()))
        .isInstanceOf(QarionException.class);
  }

  @Test
  void keysAreFoundByTheNameOfTheOtherDatasetThenByTheirOwn() {
    var orders = new DatasetName("raw_orders");
    var customers = new DatasetName("raw_customers");
    assertThat(JoinKeys.suggest(orders, ORDERS, customers, CUSTOMERS))
        .containsExactly(new JoinRows.Pair("customer_id", "id"), new JoinRows.Pair("id", "id"));
    assertThat(JoinKeys.best(customers, CUSTOMERS, orders, ORDERS))
        .contains(new JoinRows.Pair("id", "customer_id"));
    assertThat(JoinKeys.best(customers, Schema.EMPTY, orders, ORDERS)).isEmpty();
  }

  private TomlDocument connected(String from, String to) {
    return wiring.connect(flow, new TaskId(from), new TaskId(to), WiringTest::schema);
  }

  private Problem refusal(String from, String to) {
    return wiring.refusal(flow, new TaskId(from), new TaskId(to)).orElseThrow();
  }

  private static Optional<Schema> schema(DatasetName name) {
    return switch (name.value()) {
      case "raw_orders" -> Optional.of(ORDERS);
      case "raw_customers" -> Optional.of(CUSTOMERS);
      default -> Optional.empty();
    };
  }
}

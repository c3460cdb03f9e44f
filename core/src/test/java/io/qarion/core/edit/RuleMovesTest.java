package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.flow.TaskRule;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleMovesTest {

  private static final String SHOP =
      """
      id = "shop"
      flow_type = "standard"

      [[tasks]]
      id = "orders"
      type = "transformation"
      source_dataset_ids = ["raw_orders", "payments"]
      target_dataset_id = "orders"
      dependencies = ["load_orders", "load_payments"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount > 0"

      [[tasks.rules]]
      operation = "join"
      with = "payments"
      how = "left"
      on = [["id", "order_id"]]

      [[tasks.rules]]
      operation = "sort"
      by = ["id"]

      [[tasks]]
      id = "load_orders"
      type = "ingestion"
      target_dataset_id = "raw_orders"

      [[tasks]]
      id = "load_payments"
      type = "ingestion"
      target_dataset_id = "payments"

      [[tasks]]
      id = "out"
      type = "export"
      source_dataset_id = "orders"
      dependencies = ["orders"]
      """;

  private static final TaskId ORDERS = new TaskId("orders");

  private final TomlDocument shop = TomlDocument.parse("flows/shop.toml", SHOP);

  @Test
  void stepsBeforeTheJoinBecomeATaskThatTheRestReads() {
    var split = RuleMoves.split(shop, ORDERS, 1, Set.of());

    assertThat(split.id()).isEqualTo(new TaskId("orders_filter"));
    assertThat(split.document().text())
        .contains(
            """
            source_dataset_ids = ["orders_filter", "payments"]
            target_dataset_id = "orders"
            dependencies = ["load_payments", "orders_filter"]
            """)
        .endsWith(
            """
            [[tasks]]
            id = "orders_filter"
            type = "transformation"
            source_dataset_id = "raw_orders"
            target_dataset_id = "orders_filter"
            dependencies = ["load_orders"]

            [[tasks.rules]]
            operation = "filter"
            condition = "amount > 0"
            """);
  }

  @Test
  void theJoinTakesItsDatasetAlong() {
    TomlDocument split = RuleMoves.split(shop, ORDERS, 2, Set.of()).document();

    assertThat(split.text())
        .contains("source_dataset_ids = [\"orders_join\"]\n")
        .contains("dependencies = [\"orders_join\"]\n")
        .contains("source_dataset_ids = [\"raw_orders\", \"payments\"]\n")
        .contains("dependencies = [\"load_orders\", \"load_payments\"]\n");
  }

  @Test
  void mergedAgainTheStepsAreThoseFromBefore() {
    var split = RuleMoves.split(shop, ORDERS, 2, Set.of());
    assertThat(RuleMoves.canMerge(split.document(), split.id())).isTrue();

    var merged = RuleMoves.merge(split.document(), split.id());

    assertThat(merged.id()).isEqualTo(ORDERS);
    var tasks = FlowToml.read(merged.document()).flow().tasks();
    var before = FlowToml.read(shop).flow().tasks();
    assertThat(tasks).hasSameSizeAs(before);
    assertThat(tasks.getFirst().rules()).isEqualTo(before.getFirst().rules());
    assertThat(tasks.getFirst().sources()).isEqualTo(before.getFirst().sources());
    assertThat(tasks.getFirst().dependencies())
        .containsExactlyInAnyOrderElementsOf(before.getFirst().dependencies());
  }

  @Test
  void whatNobodyOrAnotherKindOfStepReadsStaysATask() {
    assertThat(RuleMoves.canMerge(shop, ORDERS)).isFalse();
    assertThatThrownBy(() -> RuleMoves.merge(shop, ORDERS)).isInstanceOf(QarionException.class);
    assertThatThrownBy(() -> RuleMoves.split(shop, ORDERS, 3, Set.of()))
        .isInstanceOf(QarionException.class);
  }

  @Test
  void aStepThatIsOffIsReadAsSuchWhateverElseItSays() {
    TomlDocument off = RuleEdits.enable(shop, ORDERS, 1, false);

    assertThat(FlowToml.read(off).flow().tasks().getFirst().rules())
        .contains(new TaskRule.Off("join"))
        .hasSize(3);
    assertThat(FlowToml.read(off).problems()).isEmpty();
    assertThat(RuleEdits.enable(off, ORDERS, 1, true).text()).isEqualTo(SHOP);
    assertThat(RuleEdits.count(RuleEdits.cut(shop, ORDERS, 1), ORDERS)).isEqualTo(1);
  }
}

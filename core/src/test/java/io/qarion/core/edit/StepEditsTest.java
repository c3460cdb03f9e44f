package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepEditsTest {

  private static final String SHOP =
      """
      id = "shop"
      flow_type = "standard"

      # what comes in
      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"

      [tasks.config]
      source_path = "data/raw.csv"

      [[tasks]]
      id = "paid"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "paid"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount > 0"

      [[tasks]]
      id = "totals"
      type = "transformation"
      source_dataset_ids = ["raw", "paid"]
      target_dataset_id = "totals"
      dependencies = ["load", "paid"]

      [tasks.config]
      sql = "SELECT * FROM {{ raw }} JOIN {{paid}} USING (id)"

      [designer.nodes.paid]
      x = 8
      y = 16
      """;

  private static final TaskId LOAD = new TaskId("load");
  private static final TaskId PAID = new TaskId("paid");
  private static final TaskId TOTALS = new TaskId("totals");

  private final TomlDocument shop = TomlDocument.parse("flows/shop.toml", SHOP);

  @Test
  void aNewTaskIsWrittenBehindTheLastAndReadsItsInput() {
    var step =
        new NewStep(
            "large",
            "Large ones",
            "transformation",
            Optional.of("large"),
            List.of(
                new TomlValue.Table(
                    Map.of("operation", TomlValue.of("limit"), "rows", TomlValue.of(3)))),
            Map.of(),
            Map.of());

    var added = StepEdits.add(shop, step, List.of(PAID), Set.of());

    assertThat(added.id()).isEqualTo(new TaskId("large"));
    assertThat(added.document().text())
        .startsWith(SHOP.substring(0, SHOP.indexOf("[designer")))
        .contains(
            """
            [[tasks]]
            id = "large"
            name = "Large ones"
            type = "transformation"
            source_dataset_id = "paid"
            target_dataset_id = "large"
            dependencies = ["paid"]
            """)
        .endsWith(SHOP.substring(SHOP.indexOf("[designer")));
  }

  @Test
  void namesThatAreTakenGetANumber() {
    var step =
        new NewStep(
            "paid", "", "transformation", Optional.of("raw"), List.of(), Map.of(), Map.of());

    var added = StepEdits.add(shop, step, List.of(), Set.of("raw_2"));

    assertThat(added.id()).isEqualTo(new TaskId("paid_2"));
    assertThat(FlowToml.read(added.document()).flow().tasks().getLast().target())
        .hasToString("Optional[raw_3]");
  }

  @Test
  void theFirstTaskOfAnEmptyFlowIsWritten() {
    TomlDocument empty =
        TomlDocument.parse("flows/a.toml", "id = \"a\"\nflow_type = \"standard\"\n");
    var step =
        new NewStep("load", "", "ingestion", Optional.of("raw"), List.of(), Map.of(), Map.of());

    var added = StepEdits.add(empty, step, List.of(), Set.of());

    assertThat(added.document().text())
        .isEqualTo(
            """
            id = "a"
            flow_type = "standard"

            [[tasks]]
            id = "load"
            type = "ingestion"
            target_dataset_id = "raw"
            """);
  }

  @Test
  void whoReadATaskThatGoesReadsWhatItRead() {
    TomlDocument without = StepEdits.remove(shop, Set.of(PAID));

    assertThat(without.text())
        .contains(
            """
            source_dataset_ids = ["raw"]
            target_dataset_id = "totals"
            dependencies = ["load"]
            """)
        .contains("SELECT * FROM {{ raw }} JOIN {{ raw }} USING (id)")
        .doesNotContain("designer")
        .doesNotContain("paid");
  }

  @Test
  void whoReadAFileThatGoesReadsNothing() {
    TomlDocument without = StepEdits.remove(shop, Set.of(LOAD));

    var paid = FlowToml.read(without).flow().tasks().getFirst();
    assertThat(paid.sources()).isEmpty();
    assertThat(paid.dependencies()).isEmpty();
    assertThat(without.text()).doesNotContain("what comes in");
  }

  @Test
  void allTasksCanGoAtOnce() {
    TomlDocument without = StepEdits.remove(shop, new LinkedHashSet<>(List.of(LOAD, PAID, TOTALS)));

    assertThat(without.text()).isEqualTo("id = \"shop\"\nflow_type = \"standard\"\n");
  }

  @Test
  void aStepThatATypeMakesCanNotGo() {
    assertThatThrownBy(() -> StepEdits.remove(shop, Set.of(new TaskId("made"))))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("no task 'made'");
  }

  @Test
  void switchingOffAndOnAgainLeavesNothing() {
    TomlDocument off = StepEdits.enable(shop, Set.of(PAID), false);

    assertThat(off.text()).contains("dependencies = [\"load\"]\nenabled = false\n");
    assertThat(StepEdits.enable(off, Set.of(PAID), true).text()).isEqualTo(SHOP);
  }

  @Test
  void copiesAmongEachOtherReadTheCopies() {
    String copied = StepClipboard.copy(shop, Set.of(PAID, TOTALS));

    var pasted = StepClipboard.paste(shop, copied, Set.of());

    assertThat(pasted.ids()).containsExactly(new TaskId("paid_2"), new TaskId("totals_2"));
    var totals = FlowToml.read(pasted.document()).flow().tasks().getLast();
    assertThat(totals.sources()).hasToString("[raw, paid_2]");
    assertThat(totals.dependencies()).hasToString("[load, paid_2]");
    assertThat(totals.config().text("sql"))
        .hasValue("SELECT * FROM {{ raw }} JOIN {{ paid_2 }} USING (id)");
    assertThat(pasted.document().text()).startsWith(SHOP.substring(0, SHOP.indexOf("[designer")));
  }

  @Test
  void inAnotherFlowOnlyWhatIsThereIsRead() {
    TomlDocument other = TomlDocument.parse("flows/b.toml", "id = \"b\"\n");

    var pasted = StepClipboard.paste(other, StepClipboard.copy(shop, Set.of(PAID)), Set.of("paid"));

    var task = FlowToml.read(pasted.document()).flow().tasks().getFirst();
    assertThat(task.id()).isEqualTo(PAID);
    assertThat(task.target()).hasToString("Optional[paid_2]");
    assertThat(task.sources()).isEmpty();
    assertThat(task.dependencies()).isEmpty();
  }

  @Test
  void otherTextIsNotPasted() {
    assertThatThrownBy(() -> StepClipboard.paste(shop, "a, b, c", Set.of()))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("no steps in the clipboard");
    assertThat(StepClipboard.holdsTasks("[[tasks]]\nid = \"a\"\ntype = \"export\"\n")).isTrue();
  }

  @Test
  void visualStepsComeMoveAndGo() {
    var limit =
        new TomlValue.Table(Map.of("operation", TomlValue.of("limit"), "rows", TomlValue.of(3)));

    TomlDocument two = RuleEdits.append(shop, PAID, limit);
    TomlDocument moved = RuleEdits.move(two, PAID, 1, 0);

    assertThat(RuleEdits.count(two, PAID)).isEqualTo(2);
    assertThat(FlowToml.read(moved).flow().tasks().get(1).rules().getFirst().operation())
        .isEqualTo("limit");
    assertThat(RuleEdits.remove(two, PAID, 1).text()).isEqualTo(SHOP);
    assertThat(RuleEdits.isVisual(shop, PAID)).isTrue();
    assertThat(RuleEdits.isVisual(shop, TOTALS)).isFalse();
    assertThat(RuleEdits.isVisual(shop, LOAD)).isFalse();
  }
}

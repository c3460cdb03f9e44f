package io.qarion.core.edit.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameNamesTest {

  private static final String FLOW =
      """
      id = "shop"
      flow_type = "standard"
      description = "raw of :least"

      [variables]
      least = 1 # at least

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"

      [tasks.config]
      source_path = "data/{{ least }}.csv"

      [[tasks]]
      id = "both"
      type = "transformation"
      source_dataset_ids = ["other", "raw"]
      target_dataset_id = "both"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "join"
      with = "raw"
      condition = "raw.id = id and raw.n > :least"

      [[tasks]]
      id = "sql"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "sql"
      dependencies = ["both", "load"]

      [tasks.config]
      sql = "SELECT raw.* FROM {{raw}} AS raw WHERE 'raw' <> :least AND ':least' <> 'x'"

      [[tasks]]
      id = "check"
      type = "quality_check"
      source_dataset_id = "raw"

      [[tasks.config.checks]]
      check_type = "referential"
      columns = ["id"]
      config = { dataset_id = "raw" }

      [designer.nodes.load]
      x = 1
      y = 2
      """;

  private static final String CALLS =
      """
      id = "night"
      flow_type = "orchestrator"

      [[tasks]]
      id = "shop"
      type = "flow"
      properties = { flow_id = "shop", variables = { least = 2 } }

      [[tasks]]
      id = "next"
      type = "flow"
      dependencies = ["shop"]

      [tasks.properties]
      flow_id = "x"
      condition = "tasks.shop.rows_written > 0 and 'tasks.shop' <> ''"
      """;

  private static final String DECLARED =
      """
      name = "raw"

      [columns.id]
      schema_type = "integer"
      """;

  @Test
  void aDatasetChangesWhereverItIsRead() {
    ProjectChange renaming =
        new RenameDataset(texts(), RenameColumnTest.KNOWN)
            .of(new DatasetName("raw"), new DatasetName("orders"));

    assertThat(text(renaming, "flows/shop.toml"))
        .isEqualTo(
            FLOW.replace("target_dataset_id = \"raw\"", "target_dataset_id = \"orders\"")
                .replace("[\"other\", \"raw\"]", "[\"other\", \"orders\"]")
                .replace("with = \"raw\"", "with = \"orders\"")
                .replace("raw.id = id and raw.n", "orders.id = id and orders.n")
                .replace("source_dataset_id = \"raw\"", "source_dataset_id = \"orders\"")
                .replace("{{raw}}", "{{orders}}")
                .replace("dataset_id = \"raw\" }", "dataset_id = \"orders\" }"));
    assertThat(text(renaming, "datasets/raw.toml")).startsWith("name = \"orders\"\n");
    assertThat(renaming.documents()).hasSize(2);
    assertThat(renaming.changes()).filteredOn(Change::toCheck).hasSize(1);
  }

  @Test
  void aDatasetThatIsThereIsRefused() {
    var rename = new RenameDataset(texts(), RenameColumnTest.KNOWN);
    assertThatThrownBy(() -> rename.of(new DatasetName("raw"), new DatasetName("both")))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("There is a dataset 'both' already.");
    assertThatThrownBy(() -> rename.of(new DatasetName("x"), new DatasetName("y")))
        .hasMessageContaining("comes from the id of the flow");
  }

  @Test
  void aTaskChangesWhereOthersWaitForItAndWhereItStands() {
    ProjectChange renaming =
        new RenameTask(TomlDocument.parse("flows/shop.toml", FLOW))
            .of(new TaskId("load"), new TaskId("take"));

    assertThat(text(renaming, "flows/shop.toml"))
        .isEqualTo(
            FLOW.replace("id = \"load\"", "id = \"take\"")
                .replace("[\"load\"]", "[\"take\"]")
                .replace("[\"both\", \"load\"]", "[\"both\", \"take\"]")
                .replace("nodes.load", "nodes.take"));
  }

  @Test
  void conditionsNameTheTaskAnew() {
    ProjectChange renaming =
        new RenameTask(TomlDocument.parse("flows/night.toml", CALLS))
            .of(new TaskId("shop"), new TaskId("store"));

    assertThat(text(renaming, "flows/night.toml"))
        .isEqualTo(
            CALLS
                .replace("id = \"shop\"\ntype", "id = \"store\"\ntype")
                .replace("[\"shop\"]", "[\"store\"]")
                .replace("tasks.shop.rows", "tasks.store.rows"));
    assertThatThrownBy(() ->
            new RenameTask(TomlDocument.parse("flows/night.toml", CALLS))
                .of(new TaskId("shop"), new TaskId("next")))
        .hasMessageContaining("There is a task 'next' already.");
  }

  @Test
  void aVariableChangesInExpressionsStatementsPathsAndCalls() {
    ProjectChange renaming = new RenameVariable(texts()).of("flows/shop.toml", "least", "minimum");

    assertThat(text(renaming, "flows/shop.toml"))
        .isEqualTo(
            FLOW.replace("least = 1", "minimum = 1")
                .replace("{{ least }}", "{{ minimum }}")
                .replace("raw.n > :least", "raw.n > :minimum")
                .replace("<> :least AND", "<> :minimum AND"));
    assertThat(text(renaming, "flows/night.toml"))
        .isEqualTo(CALLS.replace("least = 2", "minimum = 2"));
  }

  @Test
  void aVariableOfTheProjectIsRefused() {
    assertThatThrownBy(() -> new RenameVariable(texts()).of("flows/shop.toml", "other", "x"))
        .hasMessageContaining("The flow has no variable 'other' of its own.");
  }

  private static ProjectTexts texts() {
    return new ProjectTexts(
        List.of(
            TomlDocument.parse("flows/shop.toml", FLOW),
            TomlDocument.parse("flows/night.toml", CALLS)),
        List.of(TomlDocument.parse("datasets/raw.toml", DECLARED)));
  }

  private static String text(ProjectChange renaming, String file) {
    return renaming.documents().stream()
        .filter(document -> document.fileName().equals(file))
        .findFirst()
        .orElseThrow()
        .text();
  }
}

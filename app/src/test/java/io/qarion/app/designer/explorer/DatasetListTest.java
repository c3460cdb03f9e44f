package io.qarion.app.designer.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetListTest {

  private static final FlowId SALES = new FlowId("sales");

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"
      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "orders10"
      config = { source_path = "data/orders.csv" }
      [[tasks]]
      id = "small"
      type = "transformation"
      source_dataset_id = "orders10"
      target_dataset_id = "orders2"
      dependencies = ["load"]
      [[tasks.rules]]
      operation = "select"
      columns = ["id"]
      """;

  @TempDir private Path folder;

  @Test
  void declaredDatasetsAndThoseThatFlowsMakeAreListedOnceWithTheirMakers() throws IOException {
    write("qarion-etl.toml", "[project]\nname = \"shop\"\n");
    write("data/orders.csv", "id,amount\n1,2\n");
    write("datasets/notes.toml", "name = 'notes'\n[columns.text]\nschema_type = 'string'\n");
    write("flows/sales.toml", FLOW);
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      CompiledFlow sales = session.flows().compile(SALES);

      List<DatasetEntry> all = DatasetList.of(session.model().datasets(), Map.of(SALES, sales));

      assertThat(all)
          .extracting(DatasetEntry::name)
          .containsExactly(
              new DatasetName("notes"), new DatasetName("orders2"), new DatasetName("orders10"));
      assertThat(all.get(0))
          .isEqualTo(new DatasetEntry(new DatasetName("notes"), Optional.of(1), Optional.empty()));
      assertThat(all.get(1))
          .isEqualTo(
              new DatasetEntry(
                  new DatasetName("orders2"),
                  Optional.of(1),
                  Optional.of(new DatasetEntry.Maker(SALES, new TaskId("small")))));
      assertThat(all.get(2).maker()).contains(new DatasetEntry.Maker(SALES, new TaskId("load")));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

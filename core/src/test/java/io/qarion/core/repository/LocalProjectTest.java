package io.qarion.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProjectTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeProject() throws IOException {
    write("qarion-etl.toml", "[project]\nname = \"shop\"\n");
  }

  @Test
  void filesComeInNaturalOrderAndABrokenOneHindersNoOther() throws IOException {
    write("flows/day10.toml", flow("day10"));
    write("flows/day2.toml", flow("day2"));
    write("flows/broken.toml", "id = ");
    write("flows/notes.txt", "none");
    write("flows/.hidden.toml", "none");
    write("datasets/orders.toml", "name = 'orders'\n[columns.id]\nschema_type = 'integer'\n");
    ProjectModel model = ProjectModel.open(folder);
    assertThat(model.settings().name()).isEqualTo("shop");
    assertThat(model.flows())
        .extracting(StoredFlow::file)
        .containsExactly("flows/broken.toml", "flows/day2.toml", "flows/day10.toml");
    assertThat(model.datasets()).extracting(StoredDataset::name).containsExactly(ORDERS);
    assertThat(model.problems())
        .hasSize(1)
        .first()
        .hasToString(model.flows().getFirst().problems().getFirst().toString());
    assertThat(model.problems().getFirst().place().file()).isEqualTo("flows/broken.toml");
  }

  private static final DatasetName ORDERS = new DatasetName("orders");

  @Test
  void flowsOfOneIdNameEachOther() throws IOException {
    write("flows/a.toml", flow("same"));
    write("flows/b.toml", "# copy\n" + flow("same"));
    write("flows/same.toml", "id = ");
    assertThat(ProjectModel.open(folder).problems())
        .filteredOn(problem -> problem.code().equals("flow.duplicate"))
        .extracting(Problem::toString)
        .containsExactly(
            "flows/a.toml:1:6 (id): 'flows/a.toml' and 'flows/b.toml' both define the flow 'same'."
                + " Give one of them another id, or delete one of the files.",
            "flows/b.toml:2:6 (id): 'flows/b.toml' and 'flows/a.toml' both define the flow 'same'."
                + " Give one of them another id, or delete one of the files.");
  }

  @Test
  void aFlowIsWrittenOverItsFileOnlyWhileThatIsAsItWasRead() throws IOException {
    write("flows/a.toml", flow("same"));
    write("flows/b.toml", "# copy\n" + flow("same"));
    FlowRepository flows = LocalProject.open(folder).flows();
    TomlDocument read = flows.list().getLast().document();
    TomlDocument edited = read.withText("# mine\n" + read.text());

    StoredFlow saved = flows.saveOver(read, edited);

    assertThat(saved.file()).isEqualTo("flows/b.toml");
    assertThat(saved.document().text()).isEqualTo(edited.text());
    assertThat(folder.resolve("flows/a.toml")).hasContent(flow("same"));
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> flows.saveOver(read, edited))
        .matches(error -> error.code().equals(FlowRepository.CHANGED))
        .withMessageContaining("'flows/b.toml' was changed outside");
    Files.delete(folder.resolve("flows/b.toml"));
    assertThat(flows.saveOver(read, edited).document().text()).isEqualTo(edited.text());
  }

  @Test
  void aFolderThatIsNoProjectSaysHowToMakeOne() {
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> ProjectModel.open(folder.resolve("none")))
        .withMessageContaining("There is no folder '")
        .withMessageContaining("'qarion-etl new-project <name>' makes one.");
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> ProjectModel.open(folder.resolve("flows")).root())
        .withMessageContaining("There is no");
  }

  @Test
  void aProjectMayBeCalledConfig() throws IOException {
    Files.move(folder.resolve("qarion-etl.toml"), folder.resolve("config.toml"));
    ProjectModel model = ProjectModel.open(folder);
    assertThat(model.settings().name()).isEqualTo("shop");
    assertThat(model.problems()).extracting(Problem::code).containsExactly("project.name");
  }

  @Test
  void aChangedFlowIsWrittenIntoItsOwnFile() throws IOException {
    write("flows/file.toml", "# mine\r\n" + flow("orders"));
    FlowRepository flows = LocalProject.open(folder).flows();
    StoredFlow flow = flows.find(new FlowId("orders")).orElseThrow();
    TomlDocument renamed = flow.document().set(TomlPath.of("id"), TomlValue.of("orders_new"));
    StoredFlow saved = flows.save(flow.id(), renamed);
    assertThat(saved.file()).isEqualTo("flows/file.toml");
    assertThat(saved.id()).isEqualTo(new FlowId("orders_new"));
    assertThat(folder.resolve("flows/file.toml")).hasBinaryContent(renamed.bytes());
    assertThat(flows.list()).containsExactly(saved);
  }

  @Test
  void aNewFlowGetsAFileOfItsNameThatIsFree() {
    FlowRepository flows = LocalProject.open(folder).flows();
    assertThat(flows.save(new FlowId("a/b"), flow("a/b")).file()).isEqualTo("flows/a_b.toml");
    assertThat(flows.save(new FlowId("a:b"), flow("a:b")).file()).isEqualTo("flows/a_b-2.toml");
    assertThat(flows.save(new FlowId("../x"), flow("../x")).file()).isEqualTo("flows/__x.toml");
    assertThat(flows.save(new FlowId("nul"), flow("nul")).file()).isEqualTo("flows/nul_.toml");
    assertThat(flows.delete(new FlowId("a/b"))).isTrue();
    assertThat(flows.delete(new FlowId("a/b"))).isFalse();
    assertThat(flows.list()).hasSize(3);
  }

  @Test
  void aFlowOfANewerFormatIsNotOverwritten() throws IOException {
    write("flows/f.toml", "format_version = 9\n" + flow("f"));
    FlowRepository flows = LocalProject.open(folder).flows();
    assertThat(flows.list().getFirst().isReadOnly()).isTrue();
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> flows.save(new FlowId("f"), flow("f")))
        .withMessageContaining("'flows/f.toml' is of a newer format");
    assertThat(folder.resolve("flows/f.toml")).hasContent("format_version = 9\n" + flow("f"));
  }

  @Test
  void memoryBehavesAsADiskDoes() {
    FlowRepository flows = MemoryRepositories.flows();
    StoredFlow first = flows.save(new FlowId("day10"), flow("day10"));
    StoredFlow second = flows.save(new FlowId("day2"), flow("day2"));
    assertThat(flows.list()).containsExactly(second, first);
    assertThat(flows.find(new FlowId("day10"))).contains(first);
    assertThat(flows.delete(new FlowId("day2"))).isTrue();
    assertThat(flows.list()).containsExactly(first);
    DatasetRepository datasets = MemoryRepositories.datasets();
    StoredDataset dataset =
        datasets.save(ORDERS, "name = 'orders'\ncolumns.id.schema_type = 'integer'\n");
    assertThat(dataset.hasErrors()).isFalse();
    assertThat(datasets.find(ORDERS)).contains(dataset);
    assertThat(datasets.delete(ORDERS)).isTrue();
    assertThat(datasets.list()).isEmpty();
  }

  @Test
  void onlyFilesThatChangedAreReadAgain() throws IOException {
    write("flows/a.toml", flow("a"));
    write("flows/b.toml", flow("b"));
    LocalProject project = LocalProject.open(folder);
    List<StoredFlow> before = project.read().flows();
    write("flows/b.toml", flow("c"));
    List<StoredFlow> after = project.read().flows();
    assertThat(after.getFirst().document()).isSameAs(before.getFirst().document());
    assertThat(after.getLast().id()).isEqualTo(new FlowId("c"));
  }

  @Test
  void aThousandFlowsOpenQuickly() throws IOException {
    for (int i = 0; i < 1000; i++) {
      write("flows/flow%d.toml".formatted(i), flow("flow" + i) + TASKS);
    }
    ProjectModel model = assertTimeout(Duration.ofSeconds(10), () -> ProjectModel.open(folder));
    assertThat(model.flows()).hasSize(1000);
    assertThat(model.problems()).isEmpty();
  }

  private static final String TASKS =
      """
      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "orders"
      config = { path = "data/orders.csv", format = "csv" }
      [[tasks]]
      id = "paid"
      type = "transformation"
      source_dataset_ids = ["orders", "payments"]
      target_dataset_id = "paid"
      dependencies = ["load"]
      [[tasks.rules]]
      operation = "filter"
      condition = "amount > 10 and status <> 'returned'"
      [[tasks.rules]]
      operation = "derive"
      columns = { total = "amount * 1.2" }
      """;

  private static String flow(String id) {
    return "id = '%s'\nflow_type = 'standard'\n".formatted(id);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package io.qarion.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of flows' files when flows are made, renamed and thrown away. */
class FlowFilesTest {

  private static final FlowId ORDERS = new FlowId("orders");
  private static final FlowId SALES = new FlowId("sales");

  @TempDir private Path folder;

  @BeforeEach
  void makeProject() throws IOException {
    write("qarion-etl.toml", "[project]\nname = \"shop\"\n");
  }

  @Test
  void aNewFlowTakesTheIdOfNoOther() throws IOException {
    write("flows/mine.toml", flow("orders"));
    FlowRepository flows = LocalProject.open(folder).flows();
    assertThat(flows.create(SALES, document("sales")).file()).isEqualTo("flows/sales.toml");
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> flows.create(ORDERS, document("orders").set(NAME, TomlValue.of("x"))))
        .withMessageContaining("There is a flow 'orders' already, in 'flows/mine.toml'.");
    assertThat(folder.resolve("flows/mine.toml")).hasContent(flow("orders"));
    assertThat(files()).containsExactly("mine.toml", "sales.toml");
  }

  @Test
  void aRenamedFlowMovesToAFileOfItsNewName() throws IOException {
    write("flows/mine.toml", "# kept\r\n" + flow("orders"));
    LocalProject project = LocalProject.open(folder);
    StoredFlow old = project.flows().find(ORDERS).orElseThrow();
    TomlDocument renamed = old.document().set(TomlPath.of("id"), TomlValue.of("sales"));
    StoredFlow now = project.flows().rename(ORDERS, SALES, renamed);
    assertThat(now.file()).isEqualTo("flows/sales.toml");
    assertThat(now.id()).isEqualTo(SALES);
    assertThat(folder.resolve("flows/sales.toml")).hasBinaryContent(renamed.bytes());
    assertThat(files()).containsExactly("sales.toml");
    assertThat(project.flows().list()).containsExactly(now);
  }

  @Test
  void renamingHarmsNoOtherFlowAndNoOtherFile() throws IOException {
    write("flows/orders.toml", flow("orders"));
    write("flows/other.toml", flow("sales"));
    write("flows/returns.toml", "id = ");
    FlowRepository flows = LocalProject.open(folder).flows();
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> flows.rename(ORDERS, SALES, document("sales")))
        .withMessageContaining("There is a flow 'sales' already, in 'flows/other.toml'.");
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> flows.rename(new FlowId("none"), new FlowId("new"), document("new")))
        .withMessageContaining("The file of the flow 'none' is not there any more.");
    assertThat(files()).containsExactly("orders.toml", "other.toml", "returns.toml");

    flows.delete(new FlowId("returns"));
    write("flows/returns.toml", flow("shipping2"));
    StoredFlow now = flows.rename(ORDERS, new FlowId("returns"), document("returns"));
    assertThat(now.file()).isEqualTo("flows/returns-2.toml");
    assertThat(folder.resolve("flows/returns.toml")).hasContent(flow("shipping2"));
  }

  @Test
  void memoryRenamesAsADiskDoes() {
    FlowRepository flows = MemoryRepositories.flows();
    flows.create(ORDERS, document("orders"));
    StoredFlow now = flows.rename(ORDERS, SALES, document("sales"));
    assertThat(now.file()).isEqualTo("flows/sales.toml");
    assertThat(flows.list()).containsExactly(now);
  }

  @Test
  void whatIsThrownAwayIsKeptAndCanBePutBack() throws IOException {
    write("flows/orders.toml", flow("orders"));
    LocalProject project = LocalProject.open(folder);
    var trash = new ProjectTrash(folder, new OwnWrites(), CLOCK);
    TrashedFile first = trash.put("flows/orders.toml");
    assertThat(project.flows().list()).isEmpty();
    assertThat(first.kept())
        .isEqualTo(folder.resolve(".qarion/trash/20260304-050607-orders.toml"))
        .hasContent(flow("orders"));

    write("flows/orders.toml", flow("newer"));
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> trash.restore(first))
        .withMessageContaining("There is a new file 'flows/orders.toml' now.")
        .withMessageContaining(".qarion/trash/20260304-050607-orders.toml");
    TrashedFile second = trash.put("flows/orders.toml");
    assertThat(second.kept()).hasFileName("20260304-050607-orders.toml-2");
    trash.restore(first);
    assertThat(folder.resolve("flows/orders.toml")).hasContent(flow("orders"));
    assertThat(first.kept()).doesNotExist();
    assertThat(second.kept()).hasContent(flow("newer"));
  }

  @Test
  void aFileThatIsGoneCanNotBeThrownAway() {
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> LocalProject.open(folder).trash().put("flows/none.toml"))
        .withMessageContaining("'flows/none.toml' can't be deleted: there is no");
  }

  @Test
  void mentionsAreWholeNamesAnywhereAndFlowsOnlyInTriggers() throws IOException {
    write("flows/a.toml", flow("a") + "[[tasks]]\nid='t'\nsource_dataset_ids=['orders_state']\n");
    write("flows/b.toml", flow("b") + "[[tasks]]\nid='t'\nconfig.sql='FROM orders_state o'\n");
    write("flows/c.toml", flow("c") + "[[triggers]]\ntype='flow'\nflow_id='orders'\n");
    write("flows/d.toml", flow("d") + "description='orders'\n[[tasks]]\nid='my_orders_state'\n");
    List<StoredFlow> flows = LocalProject.open(folder).flows().list();
    assertThat(FlowMentions.in(flows, "orders", Set.of("orders_state")))
        .extracting(flow -> flow.id().value())
        .containsExactly("a", "b", "c");
    assertThat(FlowMentions.in(flows, "none", Set.of())).isEmpty();
  }

  private static final TomlPath NAME = TomlPath.of("name");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z"));

  private static String flow(String id) {
    return "id = '%s'\nflow_type = 'standard'\n".formatted(id);
  }

  private static TomlDocument document(String id) {
    return TomlDocument.parse("", flow(id));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("flows"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

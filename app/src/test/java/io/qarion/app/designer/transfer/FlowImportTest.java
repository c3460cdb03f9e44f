package io.qarion.app.designer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowImportTest {

  private static final String FLOW = "id = 'shop'\nflow_type = 'standard'\n";

  @TempDir private Path folder;

  @Test
  void aFlowIsReadWithItsSamples() throws IOException {
    FlowImport.Content content =
        FlowImport.read(zip(Map.of("flow.toml", FLOW, "data/a.csv", "a\n1\n")));
    assertThat(content.flow().text()).isEqualTo(FLOW);
    assertThat(content.samples()).containsOnlyKeys("data/a.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "flow.toml, name = 'x', is no flow: it has no id or no flow_type",
    "flow.toml, format_version = 9, is of a newer format",
    "other.toml, id = 'shop', is no flow: it has no id or no flow_type",
  })
  void aFileWithoutAFlowIsRefused(String name, String text, String why) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> FlowImport.read(file))
        .withMessageContaining("'" + name + "' " + why);
  }

  @Test
  void aTextThatIsNoTomlIsRefusedWithThePlaceOfItsMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("flow.toml"), "id = 'a'\nname = \n");
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> FlowImport.read(file))
        .withMessageContaining("flow.toml:2");
  }

  @Test
  void aZipOfSomethingElseIsRefused() throws IOException {
    Path other = zip(Map.of("data/a.csv", "a\n"));
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> FlowImport.read(other))
        .withMessageContaining("'flow.zip' holds no flow.");
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
    assertThatExceptionOfType(QarionException.class).isThrownBy(() -> FlowImport.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.csv",
        "/tmp/out.csv",
        "data/../../out.csv",
        ".qarion/x.csv",
        "data/.hidden/x.csv",
        "flows/x.toml",
        "datasets/x.toml",
        "qarion-etl.toml"
      })
  void aPathThatIsNoPlaceForDataIsRefusedBeforeAnythingIsWritten(String name) throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("data/good.csv", "a\n".getBytes(StandardCharsets.UTF_8));
    samples.put(name, "a\n".getBytes(StandardCharsets.UTF_8));
    var paths = new ProjectPaths(project, List.of());
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> FlowImport.unpack(samples, paths));
    assertThat(project).isEmptyDirectory();
  }

  @Test
  void filesThatAreThereStayAsTheyAre() throws IOException {
    Path mine = folder.resolve("data/a.csv");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(mine, "mine\n");
    byte[] other = "other\n".getBytes(StandardCharsets.UTF_8);
    List<String> kept =
        FlowImport.unpack(
            Map.of("data/a.csv", other, "data/deep/b.csv", other),
            new ProjectPaths(folder, List.of()));
    assertThat(kept).containsExactly("data/a.csv");
    assertThat(mine).hasContent("mine\n");
    assertThat(folder.resolve("data/deep/b.csv")).hasContent("other\n");
  }

  private Path zip(Map<String, String> entries) throws IOException {
    Path file = folder.resolve("flow.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}

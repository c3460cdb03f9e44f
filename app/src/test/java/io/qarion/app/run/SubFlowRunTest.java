package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.edit.SubFlows;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow gives the same files whether its steps stand in it or in a flow that it runs. */
class SubFlowRunTest {

  private static final FlowId PART = new FlowId("part");

  @TempDir private Path folder;
  private TestProject project;
  private Path file;
  private TomlDocument before;

  @BeforeEach
  void copyTheShop() throws IOException {
    project = TestProject.example("jaffle-shop", folder);
    file = project.root().resolve("flows/shop.toml");
    before = TomlDocument.read("flows/shop.toml", Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payments order_payments",
        "load_payments payments order_payments",
        "order_payments orders",
        "orders customers check_orders",
        "load_customers load_orders load_payments payments order_payments orders customers",
      })
  void theFilesAreTheSame(String chosen) throws IOException {
    run();
    Map<String, String> expected = exports();

    SubFlows.Extracted extracted = extract(chosen);
    run();

    assertThat(exports()).isEqualTo(expected);
    assertValid();

    Files.write(
        file,
        SubFlows.inline(extracted.rest(), extracted.call(), extracted.made()).document().bytes());
    Files.delete(project.root().resolve("flows/part.toml"));
    run();
    assertThat(exports()).isEqualTo(expected);
    assertValid();
  }

  @Test
  void theFilesAreTheSameInAProjectThatWasNeverRun() throws IOException {
    extract("payments order_payments");
    run();
    Map<String, String> split = exports();

    Files.write(file, before.bytes());
    Files.delete(project.root().resolve("flows/part.toml"));
    run();

    assertThat(split).isEqualTo(exports());
  }

  @Test
  void aFlowThatIsRenamedLoadsNoFileAgain() throws IOException {
    run();
    Map<String, String> expected = exports();
    project.replace("flows/shop.toml", "id = \"shop\"", "id = \"store\"");
    Files.move(file, project.root().resolve("flows/store.toml"));

    TestProject.Output output = project.command("run", "store");

    assertThat(output.code()).as(output.out() + output.err()).isZero();
    assertThat(output.out()).contains("load_payments");
    assertThat(exports()).isEqualTo(expected);
  }

  @Test
  void aStepThatIsRenamedLoadsNoFileAgain() throws IOException {
    run();
    List<String> loaded = project.rows("shop", "load_payments");
    project.replace("flows/shop.toml", "\"load_payments\"", "\"read_payments\"");

    run();

    assertThat(project.rows("shop", "read_payments")).isEqualTo(loaded);
  }

  @Test
  void aStepThatAddsRowsOfNewFilesGoesOnWhereItStopped(@TempDir Path other) throws IOException {
    takeEachDelivery();
    run();
    Map<String, String> first = exports();

    SubFlows.Extracted extracted = extract("load_payments payments order_payments");
    run();
    assertThat(exports()).isEqualTo(first);
    deliver("raw_payments_2.csv", "900,1,coupon,700");
    run();
    Map<String, String> second = exports();
    assertThat(second).isNotEqualTo(first);

    Files.write(
        file,
        SubFlows.inline(extracted.rest(), extracted.call(), extracted.made()).document().bytes());
    Files.delete(project.root().resolve("flows/part.toml"));
    deliver("raw_payments_3.csv", "901,2,coupon,800");
    run();
    Map<String, String> third = exports();
    assertThat(third).isNotEqualTo(second);

    TestProject anew = TestProject.example("jaffle-shop", other);
    Files.write(anew.root().resolve("flows/shop.toml"), before.bytes());
    for (String data : List.of("raw_payments_2.csv", "raw_payments_3.csv")) {
      anew.write("data/" + data, project.read("data/" + data));
    }
    project = anew;
    run();
    assertThat(exports()).isEqualTo(third);
  }

  /** Lets the payments be added up file by file. */
  private void takeEachDelivery() throws IOException {
    project
        .replace(
            "flows/shop.toml",
            "dependencies = [\"load_payments\"]\n",
            """
            dependencies = ["load_payments"]

            [tasks.properties]
            processing_type = "INCREMENTAL"
            """)
        .replace(
            "flows/shop.toml",
            "source_path = \"data/raw_payments.csv\"",
            "source_path = \"data\"\nfile_pattern = \"raw_payments*.csv\"");
    before = TomlDocument.read("flows/shop.toml", Files.readAllBytes(file));
  }

  private void deliver(String name, String row) throws IOException {
    project.write("data/" + name, "id,order_id,payment_method,amount\n" + row + "\n");
  }

  private SubFlows.Extracted extract(String chosen) throws IOException {
    Set<TaskId> steps =
        Stream.of(chosen.split(" ", -1)).map(TaskId::new).collect(Collectors.toSet());
    SubFlows.Extracted extracted = SubFlows.extract(before, steps, PART, "Part");
    Files.write(file, extracted.rest().bytes());
    Files.write(project.root().resolve("flows/part.toml"), extracted.made().bytes());
    return extracted;
  }

  private void run() {
    TestProject.Output output = project.command("run", "shop");
    assertThat(output.code()).as(output.out() + output.err()).isZero();
  }

  private void assertValid() {
    TestProject.Output output = project.command("validate");
    assertThat(output.code()).as(output.out() + output.err()).isZero();
  }

  /** The bytes of each file that was exported. */
  private Map<String, String> exports() throws IOException {
    var exports = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(project.root().resolve("out"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        exports.put(
            each.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(each)));
        Files.delete(each);
      }
    }
    return exports;
  }
}

package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.GeneratedDatasets;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.transform.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of flows is what they would make anew, with less work. */
class GeneratedDatasetsTest {

  private static final FlowId SALES = new FlowId("sales");
  private static final FlowId REPORT = new FlowId("report");

  @TempDir private Path folder;
  private final Plugins plugins = Plugins.load();
  private final GeneratedDatasets remembered = new GeneratedDatasets();
  private final List<String> looked = new ArrayList<>();

  @Test
  void aCheckOfOneFlowFindsWhatIsFoundWithoutMemory() throws IOException {
    TestProject project = project();
    assertSame(REPORT);
    assertThat(compile(REPORT, remembered).problems()).isEmpty();

    project.replace("flows/sales.toml", "price", "cost");
    assertSame(REPORT);
    assertThat(compile(REPORT, remembered).problems()).isNotEmpty();
    assertSame(SALES);
    project.replace("flows/report.toml", "price > 2", "cost > 2");
    assertSame(REPORT);
    assertThat(compile(REPORT, remembered).problems()).isEmpty();
    project.write("flows/third.toml", flow("third", "kept_report", "more", "weight > 1"));
    assertSame(REPORT);
    assertSame(new FlowId("third"));
    assertThat(compile(new FlowId("third"), remembered).problems()).isEmpty();
  }

  @Test
  void flowsThatMakeTheSameDatasetAreToldApartAsBefore() throws IOException {
    project()
        .write(
            "flows/twin.toml",
            flow("sales", "load_sales", "price", "id > 1").replaceFirst("sales", "twin"));

    assertSame(REPORT);
    assertSame(new FlowId("twin"));
    assertSame(SALES);
  }

  @Test
  void aFlowThatDidNotChangeIsNotAskedAgainUntilItIsForgotten() throws IOException {
    project();
    compile(REPORT, remembered);
    looked.clear();

    compile(REPORT, remembered);
    assertThat(looked).allMatch(file -> file.equals("data/report.csv"));

    looked.clear();
    remembered.forget();
    compile(REPORT, remembered);
    assertThat(looked).contains("data/sales.csv");
  }

  @Test
  void flowsReadEachOtherInTurnAsOftenAsTheyLike() throws IOException {
    TestProject project =
        TestProject.empty(folder)
            .write(
                "flows/all.toml",
                text(
                    "all",
                    task("load", "", "start", ""),
                    task("one", "given_one", "middle", "second = \"first + 1\""),
                    task("two", "given_two", "end", "fourth = \"third + 1\"")))
            .write(
                "flows/one.toml",
                text("one", task("make", "start", "given_one", "first = \"id + 1\"")))
            .write(
                "flows/two.toml",
                text("two", task("make", "middle", "given_two", "third = \"second + 1\"")))
            .write(
                "flows/far.toml",
                text("far", task("make", "end", "farthest", "fifth = \"fourth + 1\"")));
    List<FlowId> all = Stream.of("far", "two", "all", "one").map(FlowId::new).toList();
    for (FlowId id : all) {
      assertSame(id);
      assertThat(compile(id, remembered).problems()).as(id.value()).isEmpty();
    }

    project.replace("flows/all.toml", "fourth", "last");
    assertSame(new FlowId("far"));
    assertThat(compile(new FlowId("far"), remembered).problems()).isNotEmpty();
    project.replace("flows/all.toml", "last", "fourth");
    project.replace("flows/one.toml", "first", "other");
    all.forEach(this::assertSame);
    assertThat(compile(new FlowId("all"), remembered).problems()).isNotEmpty();
  }

  private static String text(String id, String... tasks) {
    return "id = \"%s\"\nflow_type = \"standard\"\n".formatted(id) + String.join("", tasks);
  }

  /** One that loads a file, or one that adds a column to rows. */
  private static String task(String id, String source, String target, String column) {
    return source.isEmpty()
        ? """

        [[tasks]]
        id = "%s"
        type = "ingestion"
        target_dataset_id = "%s"
        config = { source_path = "data/a.csv" }
        """
            .formatted(id, target)
        : """

        [[tasks]]
        id = "%s"
        type = "transformation"
        source_dataset_id = "%s"
        target_dataset_id = "%s"

        [[tasks.rules]]
        operation = "derive"
        columns = { %s }
        """
            .formatted(id, source, target, column);
  }

  private void assertSame(FlowId id) {
    CompiledFlow known = compile(id, remembered);
    CompiledFlow anew = compile(id, new GeneratedDatasets());
    assertThat(known.datasets()).isEqualTo(anew.datasets());
    assertThat(known.problems()).isEqualTo(anew.problems());
  }

  private CompiledFlow compile(FlowId id, GeneratedDatasets generated) {
    return new ProjectFlows(ProjectModel.open(folder), plugins, new Looking(), generated)
        .compile(id);
  }

  private TestProject project() throws IOException {
    return TestProject.empty(folder)
        .write("flows/sales.toml", flow("sales", "load_sales", "price", "id > 1"))
        .write("flows/report.toml", flow("report", "kept_sales", "weight", "price > 2"));
  }

  /** A flow that loads a dataset, and adds a column to rows of one. */
  private static String flow(String id, String source, String column, String condition) {
    return """
    id = "%1$s"
    flow_type = "standard"

    [[tasks]]
    id = "load"
    type = "ingestion"
    target_dataset_id = "load_%1$s"
    config = { source_path = "data/%1$s.csv" }

    [[tasks]]
    id = "keep"
    type = "transformation"
    source_dataset_id = "%2$s"
    target_dataset_id = "kept_%1$s"
    dependencies = ["load"]

    [[tasks.rules]]
    operation = "filter"
    condition = "%4$s"

    [[tasks.rules]]
    operation = "derive"
    columns = { %3$s = "id + 1" }
    """
        .formatted(id, source, column, condition);
  }

  /** Finds the same column in every file, and notes who asked. */
  private final class Looking implements SchemaProbe {

    @Override
    public Optional<Schema> ofStatement(Query query, String element) {
      return Optional.empty();
    }

    @Override
    public Optional<Schema> ofFiles(LoadSettings settings) {
      looked.add(settings.sourcePath());
      return Optional.of(Schema.of(Column.of("id", PlainType.INTEGER)));
    }
  }
}

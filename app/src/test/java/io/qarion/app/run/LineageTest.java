package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.ColumnTrace;
import io.qarion.core.lineage.Derivation;
import io.qarion.core.lineage.FileEnd;
import io.qarion.core.lineage.Lineage;
import io.qarion.core.lineage.StepImpact;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are followed through the steps of real flows. */
class LineageTest {

  @TempDir private Path folder;

  private static Lineage lineage(Path project) {
    ProjectModel model = LocalProject.open(project).read();
    try (var session = ProjectSession.open(model, Plugins.load())) {
      return Lineage.of(
          model.flows().stream()
              .map(flow -> session.lineage(session.flows().compile(flow.id())))
              .toList());
    }
  }

  private static ColumnId column(String text) {
    int dot = text.indexOf('.');
    return new ColumnId(new DatasetName(text.substring(0, dot)), text.substring(dot + 1));
  }

  private static Set<String> texts(Collection<ColumnId> columns) {
    return columns.stream().map(ColumnId::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> origins(ColumnTrace trace) {
    return texts(trace.before().stream().flatMap(each -> each.from().stream()).toList());
  }

  private static Set<String> successors(ColumnTrace trace) {
    return texts(trace.after().stream().map(Derivation::column).toList());
  }

  @Test
  void goesThroughRulesAndStatementsToFiles() throws IOException {
    Lineage lineage = lineage(TestProject.example("jaffle-shop", folder).root());

    ColumnTrace value = lineage.trace(column("customers.lifetime_value"));
    assertThat(origins(value))
        .contains("orders.total", "order_payments.total", "payments.amount", "raw_payments.amount")
        .doesNotContain("raw_orders.order_date", "raw_customers.first_name");
    assertThat(value.files())
        .extracting(FileEnd::path)
        .containsExactlyInAnyOrder("data/raw_payments.csv", "out/customers.csv");

    ColumnTrace amount = lineage.trace(column("raw_payments.amount"));
    assertThat(successors(amount))
        .contains("payments.amount", "order_payments.coupon", "orders.total")
        .contains("customers.lifetime_value")
        .doesNotContain("customers.first_order", "payments.id");
    assertThat(amount.files())
        .extracting(FileEnd::path)
        .contains("data/raw_payments.csv", "out/customers.csv", "out/orders.parquet");
  }

  @Test
  void namesThePlacesThatWouldBreak() throws IOException {
    Lineage lineage = lineage(TestProject.example("jaffle-shop", folder).root());

    Map<String, StepImpact> impact =
        lineage.impact(column("raw_orders.user_id")).stream()
            .collect(Collectors.toMap(each -> each.step().step().value(), each -> each));

    assertThat(impact.get("orders"))
        .satisfies(step -> {
          assertThat(step.elements()).containsExactly("tasks[5].rules[0].columns.user_id");
          assertThat(texts(step.lost())).containsExactly("orders.customer_id");
        });
    assertThat(impact.get("customers"))
        .extracting(StepImpact::elements)
        .isEqualTo(List.of("tasks[6].config.sql"));
    assertThat(impact.get("export_orders"))
        .satisfies(step -> {
          assertThat(step.isBroken()).isFalse();
          assertThat(step.files()).containsExactly("out/orders.parquet");
        });
  }

  /** The list is held against what the checks say when the column is really gone. */
  @ParameterizedTest
  @ValueSource(strings = {"raw_orders", "raw_payments", "raw_customers"})
  void whatWouldBreakBreaks(String dataset) throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);
    String file = "data/" + dataset + ".csv";
    Files.delete(project.root().resolve("datasets/" + dataset + ".toml"));
    String whole = project.read(file);
    Lineage lineage = lineage(project.root());
    List<String> header = cells(whole.lines().findFirst().orElseThrow());
    for (int i = 0; i < header.size(); i++) {
      project.write(file, without(whole, i));
      SortedSet<Integer> broken = brokenTasks(project.root());
      SortedSet<Integer> told =
          lineage.impact(column(dataset + "." + header.get(i))).stream()
              .flatMap(step -> step.elements().stream())
              .map(LineageTest::task)
              .collect(Collectors.toCollection(TreeSet::new));

      // What comes after a statement that is refused knows no columns at all: it fails with it.
      assertThat(told.stream().findFirst())
          .as(header.get(i))
          .isEqualTo(broken.stream().findFirst());
    }
  }

  private static SortedSet<Integer> brokenTasks(Path project) {
    ProjectModel model = LocalProject.open(project).read();
    try (var session = ProjectSession.open(model, Plugins.load())) {
      ProjectFlows flows = session.flows();
      return flows.problems().stream()
          .filter(Problem::isError)
          .map(problem -> task(problem.place().element()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static int task(String element) {
    return Integer.parseInt(element.substring("tasks[".length(), element.indexOf(']')));
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }

  private static String without(String file, int column) {
    return file.lines()
        .map(line -> {
          List<String> cells = cells(line);
          return IntStream.range(0, cells.size())
              .filter(each -> each != column)
              .mapToObj(cells::get)
              .collect(Collectors.joining(","));
        })
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

package io.qarion.core.edit.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskTypes;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenameColumnTest {

  private static final String HEAD =
      """
      id = "shop"
      flow_type = "standard"

      [[tasks]]
      id = "sums"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "sums"

      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["customer"]
      measures = { total = "sum(amount)", half = "max(amount)" } # by customer

      """;

  private static final String LONG =
      HEAD
          + """
          [[tasks.rules]]
          operation = "filter"
          condition = "total > 1 and 'total' <> upper(customer) -- total"

          [[tasks]]
          id = "top"
          type = "transformation"
          source_dataset_id = "sums"
          target_dataset_id = "top"

          [[tasks.rules]]
          operation = "sort"
          by = ["total desc", "customer"]

          [[tasks.rules]]
          operation = "select"
          columns = ["customer", { name = "total", as = "best" }]

          [[tasks.rules]]
          operation = "derive"
          columns = { total = "best * 2" }
          """;

  @Test
  void aNameThatAStepGivesIsChangedThereAndInAllStepsAfterIt() {
    ProjectChange renaming = rename(LONG, "sums", "total", "revenue");

    assertThat(only(renaming))
        .isEqualTo(
            LONG.replace("{ total = \"sum", "{ revenue = \"sum")
                .replace("\"total > 1", "\"revenue > 1")
                .replace("\"total desc\"", "\"revenue desc\"")
                .replace("name = \"total\"", "name = \"revenue\""));
    assertThat(renaming.changes())
        .extracting(Change::place)
        .containsExactly(
            "tasks[0].rules[0].measures.total",
            "tasks[0].rules[1].condition",
            "tasks[1].rules[0].by[0]",
            "tasks[1].rules[1].columns[1].name");
    assertThat(only(rename(only(renaming), "sums", "revenue", "total"))).isEqualTo(LONG);
  }

  @Test
  void aNameThatOnlyComesThroughIsChangedByAStepMore() {
    ProjectChange renaming = rename(HEAD, "sums", "customer", "client");

    assertThat(only(renaming))
        .isEqualTo(
            HEAD
                + """
                [[tasks.rules]]
                operation = "rename"
                columns = { customer = "client" }

                """);
    assertThat(only(rename(only(renaming), "sums", "client", "customer"))).isEqualTo(HEAD);
  }

  @Test
  void ofAJoinOnlyTheSideThatIsMeantChanges() {
    String text =
        HEAD
            + """
            [[tasks]]
            id = "both"
            type = "transformation"
            source_dataset_ids = ["raw", "sums"]
            target_dataset_id = "both"

            [[tasks.rules]]
            operation = "join"
            with = "sums"
            how = "left"
            on = [["amount", "total"]]

            [[tasks.rules]]
            operation = "derive"
            columns = { share = "amount / total" }

            [[tasks.rules]]
            operation = "derive"
            columns = { total = "1" }

            [[tasks.rules]]
            operation = "join"
            with = "sums"
            suffix = "_2"
            condition = "sums.total = half and total > 1"
            """;

    assertThat(only(rename(text, "sums", "total", "amount_sum")))
        .isEqualTo(
            text.replace("{ total = \"sum", "{ amount_sum = \"sum")
                .replace("\"total\"]]", "\"amount_sum\"]]")
                .replace("amount / total", "amount / amount_sum")
                .replace("sums.total = half and total >", "sums.amount_sum = half and amount_sum >")
                .replace("{ total = \"1\"", "{ amount_sum = \"1\""));
  }

  @Test
  void keysOfOneNameThatPartLeaveTheColumnsAsTheyWere() {
    String text =
        HEAD
            + """
            [[tasks]]
            id = "both"
            type = "transformation"
            source_dataset_ids = ["raw", "sums"]
            target_dataset_id = "both"

            [[tasks.rules]]
            operation = "join"
            with = "sums"
            on = [["customer", "customer"]]
            """;

    ProjectChange renaming = rename(text, "sums", "customer", "client");

    assertThat(only(renaming)).contains("on = [[\"customer\", \"client\"]]");
    assertThat(only(renaming)).contains("exclude = [\"client\"]");
    assertThat(only(rename(only(renaming), "sums", "client", "customer"))).isEqualTo(text);
  }

  @Test
  void statementsChangeByWordsAndAreToBeLookedAt() {
    String text =
        HEAD
            + """
            [[tasks]]
            id = "report"
            type = "transformation"
            source_dataset_ids = ["sums", "raw"]
            target_dataset_id = "report"

            [tasks.config]
            sql = '''
            SELECT s.total, "total", 'total' AS kind, r.total, total_2 -- total
            FROM {{ sums }} AS s JOIN {{ raw }} r ON s.total = r.amount /* total */
            '''
            """;

    ProjectChange renaming = rename(text, "sums", "total", "revenue");

    assertThat(only(renaming))
        .contains("SELECT s.revenue, \"revenue\", 'total' AS kind, r.total, total_2 -- total")
        .contains("ON s.revenue = r.amount /* total */");
    assertThat(renaming.changes()).filteredOn(Change::toCheck).hasSize(1);
  }

  @Test
  void aNameThatIsThereIsRefused() {
    assertThatThrownBy(() -> rename(HEAD, "sums", "total", "half"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("There is a column 'half' already.");
  }

  @Test
  void aStepFurtherOnThatMakesTheNameRefusesIt() {
    String text =
        HEAD
            + """
            [[tasks]]
            id = "more"
            type = "transformation"
            source_dataset_id = "sums"
            target_dataset_id = "more"

            [[tasks.rules]]
            operation = "derive"
            columns = { tax = "total / 5" }
            """;

    assertThatThrownBy(() -> rename(text, "sums", "total", "tax"))
        .hasMessageContaining("In 'more' the new name meets a column of that name.");
  }

  @Test
  void whatLoadsFilesSaysWhatCanBeDone() {
    String text =
        """
        id = "load"
        flow_type = "standard"

        [[tasks]]
        id = "load"
        type = "ingestion"
        target_dataset_id = "raw"
        """;

    assertThatThrownBy(() -> rename(text, "load", "amount", "price"))
        .isInstanceOfSatisfying(
            QarionException.class,
            refused ->
                assertThat(refused.problems().getFirst().fix()).contains("Add a transformation"));
  }

  @Test
  void otherFlowsThatReadTheDatasetChangeToo() {
    List<TomlDocument> flows =
        IntStream.range(0, 200)
            .mapToObj(i ->
                TomlDocument.parse(
                    "flows/f%d.toml".formatted(i),
                    """
                    id = "f%1$d"
                    flow_type = "standard"

                    [[tasks]]
                    id = "t"
                    type = "transformation"
                    source_dataset_id = "%2$s"
                    target_dataset_id = "d%1$d"

                    [[tasks.rules]]
                    operation = "filter"
                    condition = "total > %1$d"
                    """
                        .formatted(i, i % 2 == 0 ? "sums" : i % 4 == 1 ? "d" + (i - 1) : "raw")))
            .toList();
    var all = new ArrayList<>(flows);
    all.add(TomlDocument.parse("flows/shop.toml", HEAD));

    ProjectChange renaming =
        new RenameColumn(new ProjectTexts(all, List.of()), KNOWN)
            .of("flows/shop.toml", new TaskId("sums"), "total", "revenue");

    assertThat(renaming.changes()).hasSize(1 + 100 + 50);
    assertThat(renaming.documents()).hasSize(1 + 100 + 50);
  }

  static final Known KNOWN =
      new Known(
          new RuleTypes(List.of()),
          new TaskTypes(List.of()),
          List.of(),
          schemas(Map.of("raw", "customer,amount", "sums", "customer,total,half")));

  private static Map<DatasetName, Schema> schemas(Map<String, String> columns) {
    var schemas = new LinkedHashMap<DatasetName, Schema>();
    columns.forEach((dataset, names) ->
        schemas.put(
            new DatasetName(dataset),
            new Schema(
                Arrays.stream(names.split(",", -1))
                    .map(name -> Column.of(name, PlainType.INTEGER))
                    .toList())));
    return schemas;
  }

  private static ProjectChange rename(String text, String task, String from, String to) {
    var texts = new ProjectTexts(List.of(TomlDocument.parse("flows/shop.toml", text)), List.of());
    boolean first = text.contains("total = \"sum") && text.contains("group_by");
    Known known =
        first && !text.contains("\"client\"")
            ? KNOWN
            : new Known(
                new RuleTypes(List.of()),
                new TaskTypes(List.of()),
                List.of(),
                schemas(
                    Map.of(
                        "raw",
                        "customer,amount",
                        "sums",
                        text.contains("\"client\"")
                            ? "client,total,half"
                            : "customer,revenue,half")));
    return new RenameColumn(texts, known).of("flows/shop.toml", new TaskId(task), from, to);
  }

  private static String only(ProjectChange renaming) {
    assertThat(renaming.documents()).hasSize(1);
    return renaming.documents().getFirst().text();
  }
}

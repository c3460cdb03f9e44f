package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.edit.rename.Change;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectChange;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.RetypeColumn;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.TrialCheck;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type changes where it is said, and all that reads the column is followed. */
class RetypeColumnTest {

  private static final Plugins PLUGINS = Plugins.load();
  private static final String SHOP = "flows/shop.toml";

  private static final String LOAD =
      """
      id = "load"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"

      [tasks.config]
      source_path = "data/raw.csv"
      """;

  private static final String USE =
      """
      id = "use"
      flow_type = "standard"

      [[tasks]]
      id = "clean"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "clean"

      [[tasks.rules]] # the ids of others are texts
      operation = "cast"
      columns = { id = "string", amount = "float" }

      [[tasks.rules]]
      operation = "filter"
      condition = "amount > 1"

      [[tasks]]
      id = "double"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "double"

      [[tasks.rules]]
      operation = "filter"
      condition = "id > 10"

      [[tasks]]
      id = "look"
      type = "quality_check"
      source_dataset_id = "raw"

      [[tasks.config.checks]]
      check_id = "shape"
      check_type = "schema"
      config = { columns = { id = "integer", amount = "integer" } }
      """;

  private static final String RAW =
      """
      name = "raw"

      [columns.id]
      schema_type = "integer" # as delivered

      [columns.amount]
      schema_type = "decimal"
      precision = 12
      scale = 2
      """;

  @TempDir private Path folder;

  @Test
  void aDeclaredTypeChangesInTheFileThatDeclaresItAndAJoinOfTwoTypesIsListed() throws IOException {
    ProjectModel model = read(TestProject.example("jaffle-shop", folder));

    ProjectChange change = retype(model, SHOP, "load_orders", "id", PlainType.STRING);

    StoredDataset declared = dataset(model, "raw_orders");
    assertThat(change.documents())
        .extracting(TomlDocument::text)
        .containsExactly(
            declared
                .document()
                .text()
                .replaceFirst("schema_type = \"integer\"", "schema_type = \"string\""));
    assertThat(change.edits()).isEqualTo(1);
    assertThat(change.changes())
        .filteredOn(each -> each.toCheck() && each.reason().contains("can't be matched"))
        .singleElement()
        .satisfies(join -> {
          assertThat(join.file()).isEqualTo(SHOP);
          assertThat(join.place()).startsWith("tasks[5].rules[1]");
        });
    assertThat(change.changes())
        .filteredOn(each -> each.reason().startsWith("The statement reads"))
        .extracting(Change::place)
        .containsOnly("tasks[6].config.sql");
  }

  @Test
  void aTypeThatNothingSaysIsMadeByACastAndGoesWithItAgain() throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);
    ProjectModel model = read(project);
    String before = flow(model, SHOP).document().text();

    ProjectChange there = retype(model, SHOP, "payments", "amount", PlainType.FLOAT);

    String after = only(there);
    assertThat(after)
        .isEqualTo(
            before.replace(
                "condition = \"amount >= :min_amount\"\n",
                """
                condition = "amount >= :min_amount"

                [[tasks.rules]]
                operation = "cast"
                columns = { amount = "float" }
                """));
    assertThat(there.changes())
        .filteredOn(each -> !each.isEdit() && !each.toCheck())
        .extracting(Change::reason)
        .contains(
            "payments.amount: decimal(18,2) → float",
            "order_payments.coupon: decimal(18,2) → float",
            "orders.total: decimal(21,2) → float");

    ProjectModel cast = read(project.write(SHOP, after));
    DataType made = type(model, "payments", "amount");
    assertThat(only(retype(cast, SHOP, "payments", "amount", made))).isEqualTo(before);
  }

  @Test
  void whatReadsTheDatasetInAnotherFlowIsFollowedToo() throws IOException {
    ProjectModel model = twoFlows();

    ProjectChange change = retype(model, "flows/load.toml", "load", "id", PlainType.STRING);

    assertThat(change.documents())
        .extracting(TomlDocument::text)
        .containsExactlyInAnyOrder(
            RAW.replace("\"integer\" # as", "\"string\" # as"),
            USE.replace("{ id = \"string\", amount", "{ amount")
                .replace("{ id = \"integer\", amount", "{ id = \"string\", amount"));
    assertThat(change.changes())
        .filteredOn(Change::toCheck)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo("flows/use.toml");
          assertThat(problem.place()).startsWith("tasks[1].rules[0].condition");
          assertThat(problem.reason()).isNotBlank();
        });
  }

  @Test
  void digitsOfTheOldTypeGoWithIt() throws IOException {
    ProjectChange change =
        retype(twoFlows(), "flows/load.toml", "load", "amount", PlainType.INTEGER);

    assertThat(change.documents())
        .extracting(TomlDocument::text)
        .contains(RAW.replace("\"decimal\"\nprecision = 12\nscale = 2\n", "\"integer\"\n"));
  }

  @Test
  void aCastThatSaysTheTypeIsChangedInPlace() throws IOException {
    ProjectChange change = retype(twoFlows(), "flows/use.toml", "clean", "id", PlainType.FLOAT);

    assertThat(only(change)).isEqualTo(USE.replace("{ id = \"string\"", "{ id = \"float\""));
  }

  @Test
  void aCastInAnExpressionIsChangedThereUnderTheNameThatTheColumnHasThere() throws IOException {
    String text =
        USE.replace(
            "operation = \"filter\"\ncondition = \"amount > 1\"\n",
            """
            operation = "derive"
            columns = { half = "try_cast(amount / 2 as integer)", rest = "amount - half" }

            [[tasks.rules]]
            operation = "rename"
            columns = { half = "share" }
            """);
    TestProject project = files().write("flows/use.toml", text);

    ProjectChange change =
        retype(read(project), "flows/use.toml", "clean", "share", PlainType.STRING);

    assertThat(only(change)).isEqualTo(text.replace("2 as integer", "2 as string"));
    assertThat(change.changes())
        .filteredOn(Change::toCheck)
        .extracting(Change::place)
        .containsOnly("tasks[0].rules[1].columns.rest");
  }

  @Test
  void aCastInAnExpressionThatChangesNothingAnyMoreIsListed() throws IOException {
    String text = USE.replace("id > 10", "length(cast(id as string)) > 2");
    TestProject project = files().write("flows/use.toml", text);

    ProjectChange change = retype(read(project), "flows/load.toml", "load", "id", PlainType.STRING);

    assertThat(change.changes())
        .filteredOn(Change::toCheck)
        .containsExactly(
            new Change(
                "flows/use.toml",
                "tasks[1].rules[0].condition",
                "",
                "",
                true,
                "Column 'id' is string now without the cast."));
  }

  @Test
  void aJoinOfTypesThatCanBeComparedButDifferIsListed() throws IOException {
    String text =
        USE.replace(
                "operation = \"filter\"\ncondition = \"id > 10\"",
                "operation = \"join\"\nwith = \"clean\"\non = [[\"amount\", \"amount\"]]")
            .replace("amount = \"float\"", "amount = \"decimal(12,2)\"")
            .replace(
                "source_dataset_id = \"raw\"\ntarget_dataset_id = \"double\"",
                "source_dataset_ids = [\"raw\", \"clean\"]\ntarget_dataset_id = \"double\"");
    TestProject project = files().write("flows/use.toml", text);

    ProjectChange change =
        retype(read(project), "flows/load.toml", "load", "amount", PlainType.INTEGER);

    assertThat(change.changes())
        .filteredOn(Change::toCheck)
        .extracting(Change::place, Change::reason)
        .contains(
            tuple(
                "tasks[1].rules[0].on",
                "The join compares 'amount' (integer) with 'amount' (decimal(12,2)) now."));
  }

  @Test
  void aFileThatDeclaresWhatAStepMakesIsChangedOrListed() throws IOException {
    String declared = RAW.replace("raw", "clean").replaceFirst("integer", "string");
    TestProject project = files().write("datasets/clean.toml", declared);

    ProjectChange change = retype(read(project), "flows/use.toml", "clean", "id", PlainType.FLOAT);

    assertThat(change.documents())
        .extracting(TomlDocument::text)
        .containsExactlyInAnyOrder(
            USE.replace("{ id = \"string\"", "{ id = \"float\""),
            declared.replaceFirst("string", "float"));

    project
        .write("flows/use.toml", USE.replace("{ id = \"string\", amount", "{ amount"))
        .write("datasets/clean.toml", declared.replaceFirst("string", "integer"));
    assertThat(retype(read(project), "flows/load.toml", "load", "id", PlainType.STRING).changes())
        .filteredOn(each -> each.place().equals("tasks[0].target_dataset_id"))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("'clean' is declared with integer"));
  }

  @Test
  void aColumnThatAFlowTakesInIsDeclaredInTheFlow() throws IOException {
    ProjectModel model = read(TestProject.example("music-shop", folder));
    String file = "flows/invoice_events.toml";

    ProjectChange change = retyping(model).ofInput(file, "total", PlainType.FLOAT);

    assertThat(only(change))
        .isEqualTo(flow(model, file).document().text().replace("decimal(10,2)", "float"));
  }

  @Test
  void whatNoTextCouldSayIsRefusedWithAWayOut() throws IOException {
    ProjectModel model = read(TestProject.example("jaffle-shop", folder));
    assertThatThrownBy(() -> retype(model, SHOP, "payments", "nothing", PlainType.FLOAT))
        .isInstanceOfSatisfying(
            QarionException.class,
            error -> assertThat(error.problems().getFirst().fix()).contains("amount"));
    assertThatThrownBy(() -> retype(model, SHOP, "load_orders", "id", PlainType.INTEGER))
        .hasMessageContaining("has that type now");
  }

  private ProjectModel twoFlows() throws IOException {
    return read(files());
  }

  private TestProject files() throws IOException {
    return TestProject.empty(folder)
        .write("data/raw.csv", "id,amount\n1,2\n")
        .write("datasets/raw.toml", RAW)
        .write("flows/load.toml", LOAD)
        .write("flows/use.toml", USE);
  }

  private static ProjectModel read(TestProject project) {
    return LocalProject.open(project.root()).read();
  }

  private static ProjectFlows compiler(ProjectModel model) {
    return new ProjectFlows(model, PLUGINS, SchemaProbe.NONE);
  }

  private static ProjectTexts texts(ProjectModel model) {
    return new ProjectTexts(
        model.flows().stream().map(StoredFlow::document).toList(),
        model.datasets().stream().map(StoredDataset::document).toList());
  }

  private static RetypeColumn retyping(ProjectModel model) {
    var check = new TrialCheck(model, RetypeColumnTest::compiler);
    ProjectTexts texts = texts(model);
    Set<String> files =
        texts.flows().stream().map(TomlDocument::fileName).collect(Collectors.toSet());
    var known =
        new Known(
            PLUGINS.ruleTypes(),
            PLUGINS.taskTypes(),
            PLUGINS.flows(),
            check.check(texts, files).schemas());
    return new RetypeColumn(texts, known, check);
  }

  private static ProjectChange retype(
      ProjectModel model, String file, String task, String column, DataType type) {
    return retyping(model).of(file, new TaskId(task), column, type);
  }

  private static DataType type(ProjectModel model, String dataset, String column) {
    return retyping(model).known().schemas().entrySet().stream()
        .filter(entry -> entry.getKey().value().equals(dataset))
        .flatMap(entry -> entry.getValue().find(column).stream())
        .findFirst()
        .orElseThrow()
        .type();
  }

  private static StoredFlow flow(ProjectModel model, String file) {
    return model.flows().stream()
        .filter(flow -> flow.document().fileName().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static StoredDataset dataset(ProjectModel model, String name) {
    return model.datasets().stream()
        .filter(dataset -> dataset.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String only(ProjectChange change) {
    assertThat(change.documents()).hasSize(1);
    return change.documents().getFirst().text();
  }
}

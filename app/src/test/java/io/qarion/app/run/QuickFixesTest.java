package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.Span;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.toml.QuickFixes;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program offers to mend is mended by it, with nothing else changed. */
class QuickFixesTest {

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"
      description = "All sales"   # as delivered

      [variables]
      least = 20

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"
      config = { source_path = "data/1.csv" }

      [[tasks]]
      id = "other"
      type = "ingestion"
      target_dataset_id = "shops"
      config = { source_path = "data/2.csv" }

      [[tasks]]
      id = "change"
      type = "transformation"
      source_dataset_ids = ["raw", "shops"]
      target_dataset_id = "changed"
      dependencies = ["load", "other"]

      [[tasks.rules]]
      operation = "join"
      with = "shops"
      on = [["id", "id"]]

      [[tasks.rules]]
      operation = "filter"
      condition = "round(amount) > :least and city <> 'x'"

      [[tasks.rules]]
      operation = "cast"
      columns = { amount = "float" }

      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["city"]
      measures = { total = "sum(amount)" }

      [[tasks.rules]]
      operation = "sort"
      by = ["city", "total desc"]

      [tasks.properties]
      write_mode = "replace"
      """;

  @TempDir private Path folder;

  @Test
  void theFlowHasNoMistakes() throws IOException {
    assertThat(check(FLOW).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "description =; descripton =",
        "flow_type = \"standard\"; flow_type = \"standrd\"",
        "type = \"transformation\"; type = \"transfomation\"",
        "write_mode =; write_mod =",
        "\"replace\"; \"repalce\"",
        "source_path = \"data/1.csv\"; source_pth = \"data/1.csv\"",
        "dependencies = [\"load\", \"other\"]; dependencies = [\"load\", \"othr\"]",
        "source_dataset_ids = [\"raw\", \"shops\"]; source_dataset_ids = [\"raw\", \"shps\"]",
        "with = \"shops\"; with = \"shop\"",
        "[[\"id\", \"id\"]]; [[\"id\", \"idd\"]]",
        "operation = \"filter\"; operation = \"filtr\"",
        "round(amount); round(amont)",
        "round(amount); rond(amount)",
        ":least; :lest",
        "group_by = [\"city\"]; group_by = [\"cty\"]",
        "amount = \"float\"; amont = \"float\"",
        "\"float\"; \"flaot\"",
        "\"total desc\"; \"totl desc\"",
      })
  void aNameThatIsNearlyRightIsMadeRight(String right, String wrong) throws IOException {
    String broken = FLOW.replace(right, wrong);
    assertThat(broken).isNotEqualTo(FLOW);

    QuickFix fix = onlyProblemWithFix(broken).quickFixes().getFirst();

    assertThat(QuickFixes.apply(TomlDocument.parse("sales.toml", broken), fix).text())
        .isEqualTo(FLOW);
  }

  @Test
  void aKeyThatNothingIsLikeIsTakenOut() throws IOException {
    String broken = FLOW.replace("[variables]", "zzzzzz = [1, 2]\n\n[variables]");

    Problem problem = onlyProblemWithFix(broken);

    assertThat(problem.quickFixes()).containsExactly(new QuickFix.Remove("zzzzzz", "zzzzzz"));
    TomlDocument mended =
        QuickFixes.apply(TomlDocument.parse("sales.toml", broken), problem.quickFixes().getFirst());
    assertThat(check(mended.text()).problems()).isEmpty();
  }

  @Test
  void aKeyWhoseRightNameIsTakenCanOnlyBeTakenOut() throws IOException {
    String broken = FLOW.replace("[variables]", "descripton = \"Again\"\n\n[variables]");

    assertThat(onlyProblemWithFix(broken).quickFixes())
        .containsExactly(new QuickFix.Remove("descripton", "descripton"));
  }

  @Test
  void severalNamesAreOfferedWhereTheyAreEquallyNear() throws IOException {
    String broken = FLOW.replace("round(amount)", "round(amount_)");

    assertThat(onlyProblemWithFix(broken).quickFixes())
        .extracting(fix -> fix instanceof QuickFix.ReplacePart part ? part.meant() : "")
        .containsExactly("amount", "amounts");
  }

  @Test
  void aNameIsSpelledWithTheQuotesItNeeds() {
    TomlDocument document = TomlDocument.parse("f.toml", "condition = \"x\\t> 1 # y\" # kept\n");
    var fix = new QuickFix.ReplacePart("condition", new Span(0, 1), "x", "\"a b\"");

    assertThat(QuickFixes.apply(document, fix).root().string("condition"))
        .contains("\"a b\"\t> 1 # y");
    assertThat(QuickFixes.apply(document, fix).text()).endsWith(" # kept\n");
  }

  @Test
  void aFixOfATextThatHasChangedIsRefused() {
    TomlDocument changed = TomlDocument.parse("f.toml", "mode = \"append\"\n");

    for (QuickFix fix :
        List.of(
            new QuickFix.Replace("mode", "repalce", "replace"),
            new QuickFix.Rename("mod", "mod", "mode"),
            new QuickFix.Remove("gone", "gone"),
            new QuickFix.ReplacePart("mode", new Span(0, 40), "amont", "amount"))) {
      assertThat(QuickFixes.fits(changed, fix)).isFalse();
      assertThatExceptionOfType(QarionException.class)
          .isThrownBy(() -> QuickFixes.apply(changed, fix))
          .withMessageContaining("has changed");
    }
  }

  private Problem onlyProblemWithFix(String text) throws IOException {
    List<Problem> fixable =
        check(text).problems().stream().filter(each -> !each.quickFixes().isEmpty()).toList();
    assertThat(fixable).as("%s", check(text).problems()).hasSize(1);
    return fixable.getFirst();
  }

  private CompiledFlow check(String text) throws IOException {
    TestProject project = TestProject.empty(folder);
    project
        .write("datasets/raw.toml", dataset("raw", "id integer", "amount integer", "amounts json"))
        .write("datasets/shops.toml", dataset("shops", "id integer", "city string"))
        .write("data/1.csv", "id,amount,amounts\n1,2,[]\n")
        .write("data/2.csv", "id,city\n1,Ulm\n")
        .write("flows/sales.toml", text);
    return new ProjectFlows(ProjectModel.open(folder), Plugins.load(), SchemaProbe.NONE)
        .compile(new FlowId("sales"));
  }

  /** A declaration of columns, each with its type. */
  private static String dataset(String name, String... columns) {
    var text = new StringBuilder("name = \"%s\"\n".formatted(name));
    for (String column : columns) {
      String[] parts = column.split(" ", 2);
      text.append("[columns.%s]\nschema_type = \"%s\"\n".formatted(parts[0], parts[1]));
    }
    return text.toString();
  }
}

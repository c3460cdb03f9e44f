package io.qarion.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.DeclaredProperties;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsAndTablesTest {

  @Test
  void anUnknownSettingIsAHintWithTheNearestName() {
    assertThat(check(optional("timeout", Simple.INTEGER), Map.of("timeot", 5L)))
        .containsExactly(
            "HINT properties.timeot: Nothing is known of the setting 'timeot'; it is kept and"
                + " ignored. Did you mean 'timeout'?");
  }

  @Test
  void aMissingSettingIsAnErrorAlsoInsideATable() {
    assertThat(
            check(
                PropertyDeclaration.required("export.path", Simple.FILE, "Write a path."),
                Map.of("export", Settings.of(Map.of()))))
        .containsExactly("ERROR properties.export.path: 'export.path' is missing. Write a path.");
  }

  @Test
  void aWordThatIsNoChoiceIsAnErrorWithTheNearest() {
    PropertyDeclaration mode = PropertyDeclaration.choice("mode", "How.", "append", "replace");

    assertThat(check(mode, Map.of("mode", "replcae")))
        .containsExactly(
            "ERROR properties.mode: 'mode' can't be 'replcae'. Did you mean 'replace'?");
    assertThat(check(mode, Map.of("mode", "nonsense")))
        .containsExactly(
            "ERROR properties.mode: 'mode' can't be 'nonsense'. Write one of: append, replace.");
    assertThat(check(mode, Map.of("mode", 1L)))
        .containsExactly("ERROR properties.mode: 'mode' must be one of append, replace. How.");
    assertThat(check(mode, Map.of("mode", "append"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Simple.class)
  void everyKindTakesItsOwnValuesAndNoOthers(Simple kind) {
    Object right =
        switch (kind) {
          case TEXT, FILE, COLUMN, EXPRESSION, SQL, DATASET, TYPE -> "text";
          case INTEGER, NUMBER -> 5L;
          case FLAG -> true;
          case COLUMNS, TEXTS, ORDER -> List.of("a", "b");
          case PAIRS -> List.of(List.of("a", "b"));
          case TABLES -> List.of(Settings.NONE);
          case VALUE -> 1.5;
        };
    Object wrong = kind == Simple.FLAG ? "true" : false;

    assertThat(check(optional("it", kind), Map.of("it", right))).isEmpty();
    assertThat(check(optional("it", kind), Map.of("it", wrong)))
        .hasSize(kind == Simple.VALUE ? 0 : 1)
        .allMatch(text -> text.startsWith("ERROR properties.it: 'it' must be "));
  }

  @Test
  void anEntryOfAListTakesWhatItsKindDeclares() {
    var checks =
        new Tables(
            "name",
            "kind",
            List.of(optional("enabled", Simple.FLAG)),
            Map.of("range", List.of(optional("config.min", Simple.INTEGER))));
    var list = PropertyDeclaration.optional("checks", checks, "", "Help.");

    assertThat(
            check(
                list,
                Map.of(
                    "checks",
                    List.of(
                        Settings.of(Map.of("kind", "range", "enabled", true)),
                        Settings.of(
                            Map.of("kind", "range", "config", Settings.of(Map.of("mni", 1L)))),
                        Settings.of(Map.of("kind", "range", "enabled", "yes")),
                        Settings.of(Map.of("kind", "unheard", "anything", 1L))))))
        .containsExactly(
            "HINT properties.checks[1].config.mni: Nothing is known of the setting 'config.mni'; it"
                + " is kept and ignored. Did you mean 'config.min'?",
            "ERROR properties.checks[2].enabled: 'enabled' must be true or false. Help.");
    assertThat(check(list, Map.of("checks", "range")))
        .containsExactly("ERROR properties.checks: 'checks' must be a list of tables. Help.");
  }

  @Test
  void datasetsThatWouldShareATableAreNamedBoth() {
    assertThat(
            texts(
                PhysicalNames.check(
                    List.of(dataset("raw", "orders")),
                    DatasetCatalog.EMPTY.with(List.of(dataset("", "RAW_orders"))))))
        .containsExactly(
            "ERROR namespace: Datasets 'RAW_orders' and 'orders' would share the table"
                + " 'raw_orders'. Give one of them another name or namespace.");
  }

  @Test
  void aTableOfTheProgramIsNoUsersTable() {
    assertThat(texts(PhysicalNames.check(List.of(dataset("", "xt_commits")), DatasetCatalog.EMPTY)))
        .singleElement()
        .asString()
        .contains("such names are kept for the program");
  }

  private static List<String> check(PropertyDeclaration declaration, Map<String, Object> values) {
    var problems = new ArrayList<Problem>();
    new DeclaredProperties(List.of(declaration), problems::add)
        .check(Settings.of(values), "properties");
    return texts(problems);
  }

  private static PropertyDeclaration optional(String key, Simple kind) {
    return PropertyDeclaration.optional(key, kind, "", "Help.");
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(problem -> problem.severity() + " " + problem).toList();
  }

  private static Dataset dataset(String namespace, String name) {
    return new Dataset(
        new DatasetName(name),
        Optional.of(namespace).filter(text -> !text.isEmpty()),
        "",
        Schema.of(Column.of("a", PlainType.STRING)),
        List.of());
  }
}

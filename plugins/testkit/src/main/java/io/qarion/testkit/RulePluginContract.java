package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.RuleDeclarations;
import io.qarion.core.plugin.RulePlugin;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operation from a plug-in must keep. It is run on each engine that is on the class path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RulePluginContract {

  private static final int MANY = 10_000;
  private static final String HOSTILE = "a \"b\" 'c'; -- [d] {{ e }} :f 字";

  private final Map<String, Engine> engines = new LinkedHashMap<>();

  /**
   * Rows before and after the operation, in any order.
   *
   * @param settings by key
   * @param before see {@link TextTable}
   */
  public record Example(String title, Map<String, Object> settings, String before, String after) {}

  protected abstract RulePlugin plugin();

  /** At least one; the first has all settings that are required. */
  protected abstract List<Example> examples();

  @BeforeAll
  void openEngines(@TempDir Path folder) {
    for (EnginePlugin plugin : Plugins.load().engines()) {
      String name = plugin.engineTypes().getFirst();
      Path own = folder.resolve(name);
      engines.put(
          name,
          plugin.open(
              new EngineSettings(
                  Settings.NONE, own, own.resolve("work"), own.resolve("tmp"), List.of())));
    }
    assertThat(engines).as("engines to run on").isNotEmpty();
  }

  @AfterAll
  void closeEngines() {
    engines.values().forEach(Engine::close);
  }

  @Test
  void isFoundByItsOperationWhichNoEngineHas() {
    String operation = plugin().operation();
    assertThat(Plugins.load().ruleTypes().find(operation))
        .get()
        .isExactlyInstanceOf(plugin().getClass());
    assertThat(RuleDeclarations.operations()).doesNotContain(operation);
  }

  @Test
  void saysWhatItAndItsSettingsAreFor() {
    assertThat(plugin().name()).isNotBlank();
    assertThat(plugin().description()).endsWith(".");
    assertThat(plugin().properties())
        .allSatisfy(property -> assertThat(property.help()).as(property.key()).endsWith("."));
  }

  @TestFactory
  Stream<DynamicTest> givesTheRowsOfItsExamplesOnEachEngine() {
    return engines.entrySet().stream()
        .flatMap(engine ->
            examples().stream()
                .map(example ->
                    DynamicTest.dynamicTest(
                        engine.getKey() + ": " + example.title(),
                        () -> expect(engine.getValue(), example))));
  }

  @Test
  void keepsItsColumnsWhereThereAreNoRows() {
    Example first = examples().getFirst();
    var empty =
        new Example(
            first.title(), first.settings(), heading(first.before()), heading(first.after()));
    engines.values().forEach(engine -> expect(engine, empty));
  }

  @Test
  void worksOnColumnsOfAnyName() {
    Example first = examples().getFirst();
    RowPage before = renamed(TextTable.read(first.before()));
    List<List<@Nullable Object>> wanted = TextTable.read(first.after()).rows();
    Settings settings = withColumns(first, RulePluginContract::hostile);
    engines.forEach((name, engine) -> {
      RowPage page = page(engine, before, settings);
      assertThat(Comparison.areSameRows(page.rows(), wanted))
          .as(() -> name + " got\n" + Comparison.shown(page.rows()))
          .isTrue();
    });
  }

  @Test
  void missesTheSettingsItNeeds() {
    Example first = examples().getFirst();
    for (PropertyDeclaration property : plugin().properties()) {
      if (property.required()) {
        Map<String, Object> without = new LinkedHashMap<>(first.settings());
        without.remove(property.key());
        assertThat(problems(first, Settings.of(without)))
            .extracting(problem -> problem.place().element())
            .containsExactly("tasks[0].rules[0]." + property.key());
      }
    }
  }

  @Test
  void missesColumnsThatAreNotThere() {
    Example first = examples().getFirst();
    List<Problem> problems = problems(first, withColumns(first, _ -> "surely not there"));
    boolean namesColumns =
        plugin().properties().stream()
            .anyMatch(each -> isOfColumns(each) && first.settings().containsKey(each.key()));
    assertThat(problems.stream().anyMatch(each -> each.code().equals("column.unknown")))
        .isEqualTo(namesColumns);
  }

  private void expect(Engine engine, Example example) {
    RowPage wanted = TextTable.read(example.after());
    RowPage page = page(engine, TextTable.read(example.before()), Settings.of(example.settings()));
    assertThat(columns(page.schema())).isEqualTo(columns(wanted.schema()));
    assertThat(Comparison.areSameRows(page.rows(), wanted.rows()))
        .as(() -> "got\n" + Comparison.shown(page.rows()) + "expected\n" + example.after())
        .isTrue();
  }

  private RowPage page(Engine engine, RowPage before, Settings settings) {
    var problems = new ArrayList<Problem>();
    TaskRules rules = rules(before.schema(), settings, problems);
    assertThat(problems).isEmpty();
    Query query =
        Query.of(
            List.of(TransformationSource.of("rows", RowSource.Rows.of(before))),
            rules.operations());
    RowPage page = engine.page(new PageRequest(query, Map.of(), 0, MANY), new Cancellation());
    assertThat(columns(page.schema())).isEqualTo(columns(rules.output().schema()));
    return page;
  }

  private TaskRules rules(Schema before, Settings settings, List<Problem> problems) {
    var sources = new LinkedHashMap<String, TracedSchema>();
    sources.put("rows", TracedSchema.of("rows", before));
    return TaskRules.of(
        List.of(new TaskRule.Named(plugin().operation(), settings)),
        new RuleTypes(List.of(plugin())),
        sources,
        Map.of(),
        "tasks[0]",
        problems::add);
  }

  private List<Problem> problems(Example example, Settings settings) {
    var problems = new ArrayList<Problem>();
    TaskRules walked = rules(TextTable.read(example.before()).schema(), settings, problems);
    assertThat(walked.output().open()).isEqualTo(!problems.isEmpty());
    return problems;
  }

  /** The settings with other names where they name columns. */
  private Settings withColumns(Example example, UnaryOperator<String> renaming) {
    Settings given = Settings.of(example.settings());
    Map<String, Object> changed = new LinkedHashMap<>(example.settings());
    plugin().properties().stream()
        .filter(each -> isOfColumns(each) && changed.containsKey(each.key()))
        .forEach(each -> {
          List<String> names = given.texts(each.key()).stream().map(renaming).toList();
          changed.put(
              each.key(), each.kind() == Simple.COLUMN ? names.getFirst() : List.copyOf(names));
        });
    return Settings.of(changed);
  }

  private static boolean isOfColumns(PropertyDeclaration property) {
    return property.kind() == Simple.COLUMN || property.kind() == Simple.COLUMNS;
  }

  private static RowPage renamed(RowPage rows) {
    return RowPage.of(
        new Schema(
            rows.schema().columns().stream()
                .map(column -> new Column(hostile(column.name()), column.type(), column.required()))
                .toList()),
        0,
        rows.rows(),
        false);
  }

  private static String hostile(String name) {
    return name + HOSTILE;
  }

  private static String heading(String table) {
    return table.lines().findFirst().orElseThrow();
  }

  private static List<String> columns(Schema schema) {
    return schema.columns().stream()
        .map(column -> column.name() + " " + column.type().text())
        .toList();
  }
}

package io.qarion.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class TaskRulesTest {

  private static final Schema ORDERS = Schema.of(Column.of("id", PlainType.INTEGER));
  private static final RuleTypes TYPES = new RuleTypes(List.of(new Twice()));

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void followsTheColumnsThroughRulesEvenWhereOneIsWrong() {
    assertThat(
            TaskRules.columns(
                List.of(
                    known(new DeriveColumns(Map.of("twice", Formula.parse("id * 2")))),
                    known(new FilterRows(Formula.parse("nothing > 1"))),
                    known(new RenameColumns(Map.of("twice", "double")))),
                TYPES,
                orders(),
                Map.of()))
        .extracting(Schema::names)
        .containsExactly(
            List.of("id"), List.of("id", "twice"), List.of("id", "twice"), List.of("id", "double"));
  }

  @Test
  void withoutASourceNothingIsKnown() {
    assertThat(TaskRules.columns(List.of(), TYPES, new LinkedHashMap<>(), Map.of()))
        .containsExactly(Schema.EMPTY);
  }

  @Test
  void whatAPlugInKnowsIsReplacedByOperationsOfEngines() {
    var limit = new LimitRows(3, 0);
    TaskRules rules = rules(known(limit), named("twice", Map.of("column", "id")));

    assertThat(rules.output().names()).containsExactly("id", "id twice");
    assertThat(rules.operations())
        .containsExactly(limit, new DeriveColumns(Map.of("id twice", Formula.parse("\"id\" * 2"))));
    assertThat(problems).isEmpty();
  }

  @Test
  void settingsOfAPlugInAreHeldToWhatItDeclares() {
    rules(
        named("twice", Map.of()),
        named("twice", Map.of("column", 3L)),
        named("twice", Map.of("column", "it")),
        named("twcie", Map.of()));
    rules(named("twice", Map.of("column", "id", "colour", "red")));

    assertThat(problems)
        .extracting(problem -> problem.place().element() + " " + problem.message())
        .containsExactly(
            "tasks[0].rules[0].column 'column' is missing.",
            "tasks[0].rules[1].column 'column' must be text.",
            "tasks[0].rules[3].operation There is no operation 'twcie'.",
            "tasks[0].rules[0].colour Nothing is known of the setting 'colour'; it is kept and"
                + " ignored.");
    assertThat(problems.get(2).fix()).isEqualTo("Did you mean 'twice'?");
  }

  @Test
  void aColumnThatIsNotThereIsSaidOfTheSetting() {
    TaskRules rules = rules(named("twice", Map.of("column", "it")));

    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place().element()).isEqualTo("tasks[0].rules[0].column");
          assertThat(problem.message()).isEqualTo("There is no column 'it' here.");
        });
    assertThat(rules.output().open()).isTrue();
    assertThat(rules.operations()).isEmpty();
  }

  @Test
  void whatIsWrongInsideIsSaidOfTheRule() {
    var text = new LinkedHashMap<String, TracedSchema>();
    text.put("words", TracedSchema.of("words", Schema.of(Column.of("word", PlainType.STRING))));
    TaskRules.of(
        List.of(named("twice", Map.of("column", "word"))),
        TYPES,
        text,
        Map.of(),
        "tasks[0]",
        problems::add);

    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place().element()).isEqualTo("tasks[0].rules[0]");
          assertThat(problem.quickFixes()).isEmpty();
        });
  }

  @Test
  void operationsOfPlugInsStandBesideThoseOfEngines() {
    assertThat(TYPES.operations()).contains("filter", "twice").isSorted();
    assertThat(TYPES.declarations("twice")).hasSize(1);
    assertThat(TYPES.declarations("limit")).hasSize(2);
    assertThat(TYPES.declarations("nothing")).isEmpty();
  }

  private TaskRules rules(TaskRule... rules) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    traced.put("orders", TracedSchema.of("orders", ORDERS));
    return TaskRules.of(List.of(rules), TYPES, traced, Map.of(), "tasks[0]", problems::add);
  }

  private static SequencedMap<String, Schema> orders() {
    var sources = new LinkedHashMap<String, Schema>();
    sources.put("orders", ORDERS);
    return sources;
  }

  private static TaskRule known(TransformationRule rule) {
    return new TaskRule.Known(rule);
  }

  private static TaskRule named(String operation, Map<String, Object> settings) {
    return new TaskRule.Named(operation, Settings.of(settings));
  }

  /** Adds a column that is twice another. */
  private static final class Twice implements RulePlugin {

    @Override
    public String operation() {
      return "twice";
    }

    @Override
    public String name() {
      return "Twice";
    }

    @Override
    public String description() {
      return "Doubles a column.";
    }

    @Override
    public List<PropertyDeclaration> properties() {
      return List.of(PropertyDeclaration.required("column", Simple.COLUMN, "What is doubled."));
    }

    @Override
    public List<TransformationRule> rules(Settings settings, Schema input) {
      String column = settings.text("column", "");
      return List.of(
          new DeriveColumns(
              Map.of(column + " twice", Formula.parse("\"%s\" * 2".formatted(column)))));
    }
  }
}

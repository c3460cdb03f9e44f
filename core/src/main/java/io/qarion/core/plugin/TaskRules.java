package io.qarion.core.plugin;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * The visual steps of a task with the columns before each; what a plug-in knows is replaced by the
 * operations that stand for it.
 */
public final class TaskRules {

  private final RuleTypes types;
  private final SequencedMap<String, TracedSchema> sources;
  private final Map<String, DataType> parameters;
  private final Consumer<Problem> problems;
  private final List<Schema> columns = new ArrayList<>();
  private final List<TransformationRule> operations = new ArrayList<>();
  private TracedSchema output;

  private TaskRules(
      RuleTypes types,
      SequencedMap<String, TracedSchema> sources,
      Map<String, DataType> parameters,
      Consumer<Problem> problems) {
    this.types = types;
    this.sources = sources;
    this.parameters = parameters;
    this.problems = problems;
    output = sources.values().stream().findFirst().orElseGet(TracedSchema::unknown);
    columns.add(output.schema());
  }

  /**
   * Goes through the rules of a task.
   *
   * @param sources columns by alias; the first is what the rules start from
   * @param parameters types of {@code :name}
   * @param element where the task was written; its rules stand below it as {@code rules[i]}
   */
  public static TaskRules of(
      List<TaskRule> rules,
      RuleTypes types,
      SequencedMap<String, TracedSchema> sources,
      Map<String, DataType> parameters,
      String element,
      Consumer<Problem> problems) {
    var walked = new TaskRules(types, sources, parameters, problems);
    RuleScope scope = RuleScope.of(element, sources, parameters, problems);
    for (int i = 0; i < rules.size(); i++) {
      walked.add(rules.get(i), scope.atRule(i), element + ".rules[" + i + "]");
    }
    return walked;
  }

  /**
   * The columns before each rule and those after the last, whatever is wrong: one schema more than
   * there are rules.
   *
   * @param sources columns by alias; the first is what the rules start from
   */
  public static List<Schema> columns(
      List<TaskRule> rules,
      RuleTypes types,
      SequencedMap<String, Schema> sources,
      Map<String, DataType> parameters) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    sources.forEach((alias, schema) -> traced.put(alias, TracedSchema.of(alias, schema)));
    return List.copyOf(of(rules, types, traced, parameters, "", _ -> {}).columns);
  }

  /** What engines execute, if that can be told without knowing the columns. */
  public static Optional<List<TransformationRule>> known(List<TaskRule> rules) {
    var known = new ArrayList<TransformationRule>();
    for (TaskRule rule : rules) {
      switch (rule) {
        case TaskRule.Known(TransformationRule operation) -> known.add(operation);
        case TaskRule.Off _ -> {}
        case TaskRule.Named _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(known);
  }

  /** The columns after the last rule; open if a rule was not understood. */
  public TracedSchema output() {
    return output;
  }

  /** What engines execute. */
  public List<TransformationRule> operations() {
    return List.copyOf(operations);
  }

  private void add(TaskRule rule, RuleScope scope, String element) {
    switch (rule) {
      case TaskRule.Known(TransformationRule known) -> apply(known, scope);
      case TaskRule.Off _ -> {}
      case TaskRule.Named named ->
          understood(named, scope, element)
              .ifPresentOrElse(
                  plugin -> expand(plugin, named.settings(), element),
                  () -> output = TracedSchema.unknown());
    }
    columns.add(output.schema());
  }

  private void apply(TransformationRule rule, RuleScope scope) {
    output = rule.output(output, scope);
    operations.add(rule);
  }

  /** What is wrong with operations that the user did not write is said of the one written. */
  private void expand(RulePlugin plugin, Settings settings, String element) {
    RuleScope scope =
        RuleScope.of(
            element,
            sources,
            parameters,
            problem -> problems.accept(problem.at(Place.of(element)).with(List.of())));
    plugin.rules(settings, output.schema()).forEach(rule -> apply(rule, scope));
  }

  /** The plug-in, if there is one and the settings are what it declares. */
  private Optional<RulePlugin> understood(TaskRule.Named rule, RuleScope scope, String element) {
    Optional<RulePlugin> plugin = types.find(rule.operation());
    if (plugin.isEmpty()) {
      problems.accept(unknown(rule.operation(), element + ".operation"));
      return plugin;
    }
    var errors = new ArrayList<Problem>();
    List<PropertyDeclaration> declared = plugin.get().properties();
    new DeclaredProperties(
            declared,
            problem -> {
              problems.accept(problem);
              if (problem.isError()) {
                errors.add(problem);
              }
            })
        .check(rule.settings(), element);
    return errors.isEmpty() && columnsAreThere(declared, rule.settings(), scope)
        ? plugin
        : Optional.empty();
  }

  private boolean columnsAreThere(
      List<PropertyDeclaration> declared, Settings settings, RuleScope scope) {
    boolean found = true;
    for (PropertyDeclaration one : declared) {
      if (one.kind() == Simple.COLUMN || one.kind() == Simple.COLUMNS) {
        for (String name : settings.texts(one.key())) {
          found &= scope.column(output, name, one.key()).isPresent();
        }
      }
    }
    return found;
  }

  private Problem unknown(String operation, String place) {
    List<String> known = types.operations();
    String fix =
        NearestName.of(operation, known)
            .map("Did you mean '%s'?"::formatted)
            .orElse("Write one of: " + String.join(", ", known) + ".");
    return Problem.error(
            "rule.operation",
            Place.of(place),
            "There is no operation '%s'.".formatted(operation),
            fix)
        .with(QuickFix.replacements(place, operation, known));
  }
}

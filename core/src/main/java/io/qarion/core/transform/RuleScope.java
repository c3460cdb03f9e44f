package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionTree;
import io.qarion.core.expression.ExpressionTyper;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.Scope;
import io.qarion.core.expression.TypeProblem;
import io.qarion.core.expression.Typing;
import io.qarion.core.expression.ValueType;
import io.qarion.core.expression.WindowSpecification;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a rule can see beside its input, and where it reports what is wrong. */
public final class RuleScope {

  private final String element;
  private final Map<String, TracedSchema> sources;
  private final Map<String, ValueType> parameters;
  private final Consumer<Problem> problems;
  private final Consumer<ColumnRead> reads;

  private RuleScope(
      String element,
      Map<String, TracedSchema> sources,
      Map<String, ValueType> parameters,
      Consumer<Problem> problems,
      Consumer<ColumnRead> reads) {
    this.element = element;
    this.sources = sources;
    this.parameters = parameters;
    this.problems = problems;
    this.reads = reads;
  }

  /**
   * A scope for the rules of one task.
   *
   * @param element where the task was written; rules stand below it as {@code rules[i]}
   * @param sources columns by alias
   */
  public static RuleScope of(
      String element,
      Map<String, TracedSchema> sources,
      Map<String, DataType> parameters,
      Consumer<Problem> problems) {
    var types = new LinkedHashMap<String, ValueType>();
    parameters.forEach((name, type) -> types.put(name, ValueType.of(type)));
    return new RuleScope(element, Map.copyOf(sources), types, problems, _ -> {});
  }

  /** A scope for rules that have been checked before. */
  public static RuleScope silent(
      Map<String, TracedSchema> sources, Map<String, DataType> parameters) {
    return of("", sources, parameters, _ -> {});
  }

  /** The same, which also says where columns are called by name. */
  public RuleScope reading(Consumer<ColumnRead> said) {
    return new RuleScope(element, sources, parameters, problems, said);
  }

  /** The same for one of the rules. */
  public RuleScope atRule(int index) {
    return new RuleScope(element + ".rules[" + index + "]", sources, parameters, problems, reads);
  }

  /** Reports something about a field of the rule. */
  void report(String field, String code, String message, String fix) {
    problems.accept(problem(field, code, message, fix));
  }

  private Problem problem(String field, String code, String message, String fix) {
    return Problem.error(code, Place.of(element + "." + field), message, fix);
  }

  /** A source by its alias; one that is unknown is reported and has unknown columns. */
  TracedSchema source(String alias, String field) {
    TracedSchema found = sources.get(alias);
    if (found == null) {
      String message = "'%s' is no source of this task.".formatted(alias);
      String fix =
          "Add it to source_dataset_ids; known sources: %s.".formatted(quoted(sources.keySet()));
      problems.accept(
          problem(field, "source.unknown", message, fix)
              .with(QuickFix.replacements(element + "." + field, alias, sources.keySet())));
      return TracedSchema.unknown();
    }
    return found;
  }

  /** A column by its name; one that is unknown is reported, unless the input is open. */
  public Optional<TracedColumn> column(TracedSchema input, String name, String field) {
    return column(input, name, field, field);
  }

  /**
   * A column by its name.
   *
   * @param written where exactly the name is, if the field says more than that
   */
  Optional<TracedColumn> column(TracedSchema input, String name, String field, String written) {
    return column(
        input, name, field, QuickFix.replacements(element + "." + written, name, input.names()));
  }

  /** A column that a key of a table names. */
  void columnKey(TracedSchema input, String name, String table) {
    String field = table + "." + name;
    List<QuickFix.Rename> meant =
        NearestName.all(name, input.names()).stream()
            .map(near -> new QuickFix.Rename(element + "." + field, name, near))
            .toList();
    column(input, name, field, meant);
  }

  private Optional<TracedColumn> column(
      TracedSchema input, String name, String field, List<? extends QuickFix> meant) {
    Optional<TracedColumn> found = input.find(name);
    if (found.isEmpty() && input.open()) {
      return Optional.of(new TracedColumn(name, ValueType.Special.UNKNOWN, false, Set.of()));
    }
    if (found.isEmpty()) {
      String message = "There is no column '%s' here.".formatted(name);
      String fix = NearestName.hint(name, input.names(), "columns");
      problems.accept(problem(field, "column.unknown", message, fix).with(meant));
    }
    found.ifPresent(column -> read(field, column.origins()));
    return found;
  }

  /** A column that must hold text. */
  void text(TracedSchema input, String name, String field) {
    column(input, name, field)
        .flatMap(column -> column.type().dataType())
        .filter(type -> type != PlainType.STRING)
        .ifPresent(type ->
            report(
                field,
                "column.type",
                "Column '%s' is %s, not text.".formatted(name, type.text()),
                "Cast it to string first."));
  }

  /** Reports names that occur twice, and leaves out the later ones. */
  TracedSchema unique(TracedSchema schema, String field) {
    var seen = new LinkedHashMap<String, TracedColumn>();
    for (TracedColumn column : schema.columns()) {
      if (seen.putIfAbsent(column.name(), column) != null) {
        report(
            field,
            "column.duplicate",
            "Two columns would be named '%s'.".formatted(column.name()),
            "Give one of them another name.");
      }
    }
    return new TracedSchema(List.copyOf(seen.values()), schema.open());
  }

  /** A column computed row by row. */
  TracedColumn evaluate(TracedSchema input, String name, Formula formula, String field) {
    return computed(input, name, formula, scope(input), field);
  }

  /** A column computed over groups. */
  TracedColumn aggregate(
      TracedSchema input, List<String> groupBy, String name, Formula formula, String field) {
    return computed(input, name, formula, scope(input).withGroups(Set.copyOf(groupBy)), field);
  }

  /** A column computed over neighbouring rows; a call that lacks a window gets this one. */
  TracedColumn window(
      TracedSchema input, WindowSpecification window, String name, Formula formula, String field) {
    Expression tree = WindowDefault.applied(formula.tree(), window);
    reportSyntax(formula, field);
    read(field, origins(input, tree));
    Typing typing = ExpressionTyper.type(tree, scope(input).withWindows());
    typing.problems().forEach(problem -> report(problem, field));
    ValueType type =
        typing.columnType().<ValueType>map(ValueType::of).orElse(ValueType.Special.UNKNOWN);
    return new TracedColumn(name, type, false, origins(input, tree));
  }

  /** A condition over one row. */
  void condition(TracedSchema input, Formula condition, String field) {
    read(field, origins(input, condition.tree()));
    check(condition, scope(input), field);
  }

  /** A condition over a row of the input and one of another source; a bare name is the input's. */
  void joinCondition(
      TracedSchema input, String alias, TracedSchema other, Formula condition, String field) {
    Scope scope =
        Scope.of(List.of(sourceOf(Optional.empty(), input), sourceOf(Optional.of(alias), other)))
            .withFirstWinning()
            .withParameters(parameters);
    check(condition, scope, field);
    for (var reference : ExpressionTree.columns(condition.tree())) {
      boolean isOther = reference.qualifier().filter(alias::equals).isPresent();
      TracedSchema its = isOther || !input.has(reference.name()) ? other : input;
      read(field, its.originsOf(List.of(reference.name())));
    }
  }

  /** An expression that is to stand where a column is NULL. */
  void fits(TracedSchema input, String column, Formula value, String field) {
    TracedColumn filled = evaluate(input, column, value, field);
    column(input, column, field).ifPresent(target -> comparable(target, filled, field));
  }

  void order(TracedSchema input, List<OrderTerm> terms, String field) {
    for (OrderTerm term : terms) {
      read(field, origins(input, term.expression()));
      ExpressionTyper.type(term.expression(), scope(input))
          .problems()
          .forEach(problem -> report(problem, field));
    }
  }

  /** Reports two columns that can't be compared. */
  void comparable(TracedColumn left, TracedColumn right, String field) {
    if (ValueType.common(left.type(), right.type()).isEmpty()) {
      report(
          field,
          "column.type",
          "Column '%s' (%s) can't be matched with '%s' (%s)."
              .formatted(left.name(), left.type().text(), right.name(), right.type().text()),
          "Cast one of them first.");
    }
  }

  /** The type that values of both columns fit; reported where there is none. */
  ValueType common(TracedColumn left, TracedColumn right, String field) {
    Optional<ValueType> common = ValueType.common(left.type(), right.type());
    if (common.isEmpty()) {
      comparable(left, right, field);
    }
    return common.orElse(left.type());
  }

  private TracedColumn computed(
      TracedSchema input, String name, Formula formula, Scope scope, String field) {
    reportSyntax(formula, field);
    read(field, origins(input, formula.tree()));
    Typing typing = ExpressionTyper.type(formula, scope);
    typing.problems().forEach(problem -> report(problem, field));
    ValueType type =
        typing.columnType().<ValueType>map(ValueType::of).orElse(ValueType.Special.UNKNOWN);
    return new TracedColumn(name, type, false, origins(input, formula.tree()));
  }

  private void check(Formula condition, Scope scope, String field) {
    reportSyntax(condition, field);
    ExpressionTyper.typeCondition(condition.tree(), scope)
        .problems()
        .forEach(problem -> report(problem, field));
  }

  private Scope scope(TracedSchema input) {
    return Scope.of(List.of(sourceOf(Optional.empty(), input))).withParameters(parameters);
  }

  private static Scope.Source sourceOf(Optional<String> name, TracedSchema schema) {
    var types = new LinkedHashMap<String, ValueType>();
    schema.columns().forEach(column -> types.put(column.name(), column.type()));
    return new Scope.Source(name, types, schema.open());
  }

  private void read(String field, Set<ColumnOrigin> origins) {
    if (!origins.isEmpty()) {
      reads.accept(new ColumnRead(element + "." + field, origins));
    }
  }

  private static Set<ColumnOrigin> origins(TracedSchema input, Expression tree) {
    var origins = new HashSet<ColumnOrigin>();
    for (var reference : ExpressionTree.columns(tree)) {
      origins.addAll(input.originsOf(List.of(reference.name())));
    }
    return origins;
  }

  private void reportSyntax(Formula formula, String field) {
    formula
        .problems()
        .forEach(problem ->
            report(
                new TypeProblem(
                    problem.span(),
                    "expression.syntax",
                    problem.message(),
                    problem.fix(),
                    List.of()),
                field));
  }

  private void report(TypeProblem problem, String field) {
    Span span = problem.span();
    String path = element + "." + field;
    problems.accept(
        Problem.error(
                problem.code(),
                new Place("", 0, span.start() + 1, path),
                problem.message(),
                problem.fix())
            .with(problem.quickFixes().stream().map(each -> each.in(path)).toList()));
  }

  private static String quoted(Iterable<String> names) {
    var quoted = new ArrayList<String>();
    names.forEach(name -> quoted.add("'" + name + "'"));
    return String.join(", ", quoted);
  }
}

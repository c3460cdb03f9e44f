package io.qarion.core.quality;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns checks of some rows into questions for an engine; what does not fit them is reported. */
public final class CheckDesign {

  private static final String FLAG = "xt_fails";

  private final TransformationSource source;
  private final CheckScope scope;

  /**
   * @param source the rows, whose columns are known
   */
  public CheckDesign(TransformationSource source, CheckScope scope) {
    this.source = source;
    this.scope = scope;
  }

  /** The checks that make sense, those that are switched off among them. */
  public List<PlannedCheck> plan(List<QualityCheck> checks) {
    return checks.stream().flatMap(check -> plan(check).stream()).toList();
  }

  private Optional<PlannedCheck> plan(QualityCheck check) {
    var notes = new CheckNotes(check.path(), scope.problems());
    Optional<PlannedCheck.Question> question =
        switch (check.kind()) {
          case RowCheck row -> failing(row, notes);
          case SetCheck set -> measured(set, notes, check.path());
        };
    return question.map(what -> new PlannedCheck(check, what));
  }

  private Optional<PlannedCheck.Question> failing(RowCheck check, CheckNotes notes) {
    if (!hasAll(source.schema(), check.columns(), "columns", notes) || !isThere(check, notes)) {
      return Optional.empty();
    }
    if (check instanceof RowCheck.Condition(Formula condition)
        && !isSound(List.of(new FilterRows(condition)), List.of(), "config.expression", notes)) {
      return Optional.empty();
    }
    var flags = new RowFlags(source.schema(), scope.datasets(), List.of()).of(check, FLAG);
    var rules = new ArrayList<>(flags.rules());
    rules.add(new FilterRows(Formula.parse(FLAG)));
    rules.add(SelectColumns.Keep.names(source.schema().names()));
    if (!isSound(rules, flags.sources(), key(check), notes)) {
      return Optional.empty();
    }
    return Optional.of(new PlannedCheck.Failing(query(flags.sources(), rules)));
  }

  private Query query(List<TransformationSource> others, List<TransformationRule> rules) {
    var sources = new ArrayList<>(List.of(source));
    sources.addAll(others);
    return Query.of(sources, rules);
  }

  /** The setting that is to blame where the rules of a check do not fit its columns. */
  private static String key(RowCheck check) {
    return switch (check) {
      case RowCheck.Pattern _ -> "config.regex";
      case RowCheck.AllowedValues _ -> "config.values";
      case RowCheck.Type _ -> "config.schema_type";
      case RowCheck.Condition _ -> "config.expression";
      case RowCheck.Referential _, RowCheck.Range _, RowCheck.Length _ -> "config";
      case RowCheck.Completeness _, RowCheck.Uniqueness _ -> "columns";
    };
  }

  private Optional<PlannedCheck.Question> measured(SetCheck check, CheckNotes notes, String path) {
    return switch (check) {
      case SetCheck.RowCount(Bounds bounds) ->
          measured(SetMeasures.rowCount(bounds), "config", notes);
      case SetCheck.RowCountChange _ ->
          measured(SetMeasures.rowCountChange(), "config.max_ratio", notes);
      case SetCheck.Freshness freshness -> fresh(freshness, notes);
      case SetCheck.Statistic statistic ->
          hasAll(source.schema(), List.of(statistic.column()), "columns", notes)
              ? measured(SetMeasures.statistic(statistic), "config", notes)
              : Optional.empty();
      case SetCheck.ExpectedColumns _ -> Optional.of(new PlannedCheck.Columns(source));
      case SetCheck.Statement(String query) -> statement(query, path);
    };
  }

  private Optional<PlannedCheck.Question> measured(
      List<TransformationRule> rules, String key, CheckNotes notes) {
    return isSound(rules, List.of(), key, notes)
        ? Optional.of(new PlannedCheck.Measured(query(List.of(), rules)))
        : Optional.empty();
  }

  private Optional<PlannedCheck.Question> fresh(SetCheck.Freshness check, CheckNotes notes) {
    if (!hasAll(source.schema(), List.of(check.column()), "columns", notes)) {
      return Optional.empty();
    }
    DataType type = source.schema().find(check.column()).map(Column::type).orElseThrow();
    if (type != PlainType.TIMESTAMP && type != PlainType.DATE) {
      notes.report(
          "columns",
          "'%s' is %s and no time.".formatted(check.column(), type.text()),
          "Name a column of type timestamp or date.");
      return Optional.empty();
    }
    return measured(SetMeasures.freshness(check.column(), check.maxAge()), "config", notes);
  }

  private Optional<PlannedCheck.Question> statement(String text, String path) {
    Query query = new Query(List.of(source), new QueryBody.Statement(text));
    String element = path + ".config.query";
    try {
      var _ = scope.describe().apply(query, element);
      return Optional.of(new PlannedCheck.Failing(query));
    } catch (QarionException e) {
      e.problems()
          .forEach(
              problem -> new CheckNotes(path, scope.problems()).report("config.query", problem));
      return Optional.empty();
    }
  }

  private boolean isThere(RowCheck check, CheckNotes notes) {
    if (!(check instanceof RowCheck.Referential(_, DatasetName name, List<String> columns))) {
      return true;
    }
    Dataset dataset = scope.datasets().get(name);
    if (dataset == null) {
      List<String> known =
          scope.datasets().keySet().stream().map(DatasetName::value).sorted().toList();
      notes.report(
          "config.dataset_id",
          "There is no dataset '%s'.".formatted(name),
          NearestName.hint(name.value(), known, "datasets"),
          QuickFix.replacements(notes.path("config.dataset_id"), name.value(), known));
      return false;
    }
    return hasAll(dataset.schema(), columns, "config.columns", notes);
  }

  private static boolean hasAll(Schema schema, List<String> columns, String key, CheckNotes notes) {
    List<String> unknown = columns.stream().filter(name -> !schema.has(name)).toList();
    for (String column : unknown) {
      notes.report(
          key,
          "There is no column '%s' here.".formatted(column),
          NearestName.hint(column, schema.names(), "columns"),
          QuickFix.replacements(notes.path(key), column, schema.names()));
    }
    return unknown.isEmpty();
  }

  /** Whether rules fit the rows; what is wrong with them first is reported at a setting. */
  private boolean isSound(
      List<TransformationRule> rules,
      List<TransformationSource> others,
      String key,
      CheckNotes notes) {
    Query query = query(others, rules);
    Map<String, TracedSchema> traced = new LinkedHashMap<>();
    query
        .sources()
        .forEach(each -> traced.put(each.alias(), TracedSchema.of(each.alias(), each.schema())));
    var found = new ArrayList<Problem>();
    query.output(RuleScope.of("", traced, parameters(), found::add));
    found.stream().findFirst().ifPresent(problem -> notes.report(key, problem));
    return found.isEmpty();
  }

  private Map<String, DataType> parameters() {
    Map<String, DataType> types = new LinkedHashMap<>(scope.parameters());
    types.put(SetMeasures.LEAST_ROWS, PlainType.INTEGER);
    types.put(SetMeasures.MOST_ROWS, PlainType.INTEGER);
    return types;
  }
}

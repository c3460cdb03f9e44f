package io.qarion.core.quality;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says as rules which rows fail a check: a column is added that is true for them, else false. */
public final class RowFlags {

  private final Schema schema;
  private final Map<DatasetName, Dataset> datasets;
  private final List<String> within;

  /**
   * @param schema columns of the rows that are checked
   * @param datasets where checks find the values that they compare with
   * @param within columns in which rows have to be equal to be duplicates of one another
   */
  public RowFlags(Schema schema, Map<DatasetName, Dataset> datasets, List<String> within) {
    this.schema = schema;
    this.datasets = Map.copyOf(datasets);
    this.within = List.copyOf(within);
  }

  /**
   * What adds the column of one check.
   *
   * @param sources that the rules read beside the rows themselves
   */
  public record Flags(List<TransformationSource> sources, List<TransformationRule> rules) {
    public Flags {
      sources = List.copyOf(sources);
      rules = List.copyOf(rules);
    }
  }

  /**
   * The rules of a check.
   *
   * @param flag name of the column; what is needed on the way is named after it
   */
  public Flags of(RowCheck check, String flag) {
    List<String> columns = check.columns();
    return switch (check) {
      case RowCheck.Completeness(_, boolean emptyIsNull) ->
          flagged(flag, any(columns, column -> missing(column, emptyIsNull)));
      case RowCheck.Uniqueness _ -> repeated(columns, flag);
      case RowCheck.AllowedValues(_, List<Object> values) -> {
        String list = values.stream().map(CheckLiterals::of).collect(Collectors.joining(", "));
        yield flagged(
            flag, any(columns, column -> Names.quoted(column) + " not in (" + list + ")"));
      }
      case RowCheck.Pattern(_, String regex, boolean fullMatch) -> {
        String pattern = CheckLiterals.of(fullMatch ? "^(?:" + regex + ")$" : regex);
        yield flagged(
            flag,
            any(columns, column -> "not regexp_matches(" + text(column) + ", " + pattern + ")"));
      }
      case RowCheck.Range(_, Bounds bounds) ->
          flagged(flag, any(columns, column -> bounds.broken(Names.quoted(column))));
      case RowCheck.Length(_, Bounds bounds) ->
          flagged(flag, any(columns, column -> bounds.broken("length(" + text(column) + ")")));
      case RowCheck.Type(_, var type) ->
          flagged(
              flag,
              any(
                  columns,
                  column ->
                      "%s is not null and try_cast(%s as %s) is null"
                          .formatted(Names.quoted(column), text(column), type.text())));
      case RowCheck.Condition(Formula condition) ->
          flagged(flag, "not coalesce((" + condition.text() + "), false)");
      case RowCheck.Referential referential -> unreferenced(referential, flag);
    };
  }

  private static Flags flagged(String flag, String condition) {
    return new Flags(List.of(), List.of(derived(flag, condition)));
  }

  private static DeriveColumns derived(String flag, String condition) {
    return new DeriveColumns(Map.of(flag, Formula.parse("coalesce(" + condition + ", false)")));
  }

  private Flags repeated(List<String> columns, String flag) {
    String count = flag + "_count";
    var group = new ArrayList<>(columns);
    within.stream().filter(column -> !group.contains(column)).forEach(group::add);
    return new Flags(
        List.of(),
        List.of(
            new WindowColumns(group, List.of(), Map.of(count, Formula.parse("count(*)"))),
            derived(flag, count + " > 1 and " + known(columns))));
  }

  private Flags unreferenced(RowCheck.Referential check, String flag) {
    Dataset dataset = datasets.get(check.dataset());
    if (dataset == null) {
      throw new IllegalArgumentException("no dataset " + check.dataset());
    }
    String found = flag + "_found";
    var choices = new ArrayList<SelectColumns.Choice>();
    var pairs = new ArrayList<JoinRows.Pair>();
    var columns = new ArrayList<Column>();
    for (int i = 0; i < check.columns().size(); i++) {
      String theirs = check.theirColumns().get(i);
      String key = flag + "_key" + i;
      choices.add(new SelectColumns.Choice(theirs, Optional.of(key)));
      pairs.add(new JoinRows.Pair(check.columns().get(i), key));
      dataset.schema().find(theirs).ifPresent(column -> columns.add(column.withName(key)));
    }
    columns.add(Column.of(found, PlainType.BOOLEAN));
    var rows =
        TransformationSource.of(
            dataset.name().value(), new RowSource.Stored(dataset, BatchRange.ALL));
    Query keys =
        Query.of(
            List.of(rows),
            List.of(
                new SelectColumns.Keep(choices),
                new DistinctRows(List.of(), List.of(), false),
                new DeriveColumns(Map.of(found, Formula.parse("true")))));
    String alias = flag + "_keys";
    return new Flags(
        List.of(TransformationSource.of(alias, new RowSource.Computed(keys, new Schema(columns)))),
        List.of(
            new JoinRows(alias, JoinRows.How.LEFT, new JoinRows.OnPairs(pairs), ""),
            derived(flag, found + " is null and " + known(check.columns()))));
  }

  private static String known(List<String> columns) {
    return columns.stream()
        .map(column -> Names.quoted(column) + " is not null")
        .collect(Collectors.joining(" and "));
  }

  private String missing(String column, boolean emptyIsNull) {
    String isNull = Names.quoted(column) + " is null";
    return emptyIsNull ? isNull + " or " + text(column) + " = ''" : isNull;
  }

  private String text(String column) {
    boolean isText =
        schema.find(column).map(Column::type).filter(PlainType.STRING::equals).isPresent();
    return isText ? Names.quoted(column) : "cast(" + Names.quoted(column) + " as string)";
  }

  /** True where one of the columns is wrong; a column of which nobody can say it is not. */
  private static String any(List<String> columns, UnaryOperator<String> condition) {
    return columns.stream()
        .map(column -> "coalesce(" + condition.apply(column) + ", false)")
        .collect(Collectors.joining(" or "));
  }
}

package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One side of a join with a row for each key, which has the number of rows that have it. However
 * many rows a join makes, these are no more than there were.
 *
 * @param keys columns of a key
 */
record KeyGroups(TransformationSource source, int keys) {

  private static final String KEY = "key_";
  private static final String COUNT = "_count";

  /**
   * Groups rows.
   *
   * @param columns those of the key
   */
  static KeyGroups of(TransformationSource rows, List<String> columns) {
    var choices = new ArrayList<SelectColumns.Choice>();
    for (int i = 0; i < columns.size(); i++) {
      choices.add(new SelectColumns.Choice(columns.get(i), Optional.of(KEY + i)));
    }
    String alias = rows.alias();
    Query query =
        Query.of(
            List.of(rows),
            List.of(
                new SelectColumns.Keep(choices),
                new AggregateRows(
                    choices.stream().map(SelectColumns.Choice::newName).toList(),
                    Map.of(alias + COUNT, Formula.parse("count(*)")))));
    Schema schema =
        query
            .output(
                RuleScope.silent(Map.of(alias, TracedSchema.of(alias, rows.schema())), Map.of()))
            .schema();
    return new KeyGroups(
        TransformationSource.of(alias, new RowSource.Computed(query, schema)), columns.size());
  }

  /**
   * One row: {@code all_rows}, {@code no_key}, {@code repeated} keys, and the {@code most} rows.
   */
  Query figures() {
    String whole = isWhole();
    String count = count();
    Map<String, Formula> measures = new LinkedHashMap<>();
    measures.put("all_rows", Formula.parse("sum(" + count + ")"));
    measures.put("no_key", sumWhere("not (" + whole + ")", count));
    measures.put("repeated", sumWhere(whole + " and " + count + " > 1", "1"));
    measures.put(
        "most", Formula.parse("max(case when " + whole + " then " + count + " else 0 end)"));
    return Query.of(List.of(source), List.of(new AggregateRows(List.of(), measures)));
  }

  /** One row: the rows with a partner on each side, {@code mine} and {@code theirs}, and pairs. */
  Query matches(KeyGroups other) {
    Map<String, Formula> measures = new LinkedHashMap<>();
    measures.put("mine", Formula.parse("sum(" + count() + ")"));
    measures.put("theirs", Formula.parse("sum(" + other.count() + ")"));
    measures.put("pairs", Formula.parse("sum(" + count() + " * " + other.count() + ")"));
    return Query.of(
        List.of(source, other.source),
        List.of(
            new FilterRows(Formula.parse(isWhole())),
            join(other, JoinRows.How.INNER),
            new AggregateRows(List.of(), measures)));
  }

  /** One row: how many keys there are in {@code all_keys}, and how many are {@code found}. */
  Query overlap(KeyGroups other) {
    Map<String, Formula> measures = new LinkedHashMap<>();
    measures.put("all_keys", Formula.parse("count(*)"));
    measures.put("found", Formula.parse("count(" + other.count() + ")"));
    return Query.of(
        List.of(source, other.source),
        List.of(
            new FilterRows(Formula.parse(isWhole())),
            join(other, JoinRows.How.LEFT),
            new AggregateRows(List.of(), measures)));
  }

  /** Keys without a partner, those of most rows first. */
  Query unmatched(KeyGroups other, int most) {
    return Query.of(
        List.of(source, other.source),
        List.of(
            new FilterRows(Formula.parse(isWhole())),
            join(other, JoinRows.How.ANTI),
            new SortRows(ExpressionParser.parseOrderTerms(count() + " desc").terms()),
            new LimitRows(most, 0),
            SelectColumns.Keep.names(names())));
  }

  private JoinRows join(KeyGroups other, JoinRows.How how) {
    return new JoinRows(
        other.source.alias(),
        how,
        new JoinRows.OnPairs(names().stream().map(name -> new JoinRows.Pair(name, name)).toList()),
        "_other");
  }

  private String count() {
    return source.alias() + COUNT;
  }

  private List<String> names() {
    return IntStream.range(0, keys).mapToObj(index -> KEY + index).toList();
  }

  /** That no part of a key is NULL, which equals nothing. */
  private String isWhole() {
    return names().stream().map(name -> name + " is not null").collect(Collectors.joining(" and "));
  }

  private static Formula sumWhere(String condition, String value) {
    return Formula.parse("sum(case when " + condition + " then " + value + " else 0 end)");
  }
}

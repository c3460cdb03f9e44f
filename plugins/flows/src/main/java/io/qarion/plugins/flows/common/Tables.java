package io.qarion.plugins.flows.common;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ways to write what the strategies of flow types are made of. */
public final class Tables {

  private Tables() {}

  /** Expressions by name, to be filled in the order in which they are computed. */
  public static Map<String, String> ordered() {
    return new LinkedHashMap<>();
  }

  public static Map<String, Formula> formulas(Map<String, String> texts) {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    texts.forEach((name, text) -> formulas.put(name, Formula.parse(text)));
    return formulas;
  }

  public static FilterRows filter(String condition) {
    return new FilterRows(Formula.parse(condition));
  }

  /** Puts rows of another source beside those that are equal in columns of the same names. */
  public static JoinRows join(JoinRows.How how, String other, List<String> columns) {
    return new JoinRows(
        other,
        how,
        new JoinRows.OnPairs(
            columns.stream().map(column -> new JoinRows.Pair(column, column)).toList()),
        "_other");
  }

  /** Rows computed on the way. */
  public static TransformationSource computed(
      String alias,
      List<TransformationSource> sources,
      List<TransformationRule> rules,
      List<Column> columns) {
    return TransformationSource.of(
        alias, new RowSource.Computed(Query.of(sources, rules), new Schema(columns)));
  }

  /** A row for each value. */
  public static TransformationSource constants(
      String alias, String column, DataType type, List<?> values) {
    Schema schema = Schema.of(new Column(column, type, true));
    var rows = new ArrayList<List<@Nullable Object>>();
    values.forEach(value -> rows.add(List.of(value)));
    return TransformationSource.of(alias, RowSource.Rows.of(RowPage.of(schema, 0, rows, false)));
  }
}

package io.qarion.plugins.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The second table of a join, in which rows are looked up by their keys.
 *
 * @param table as it stands behind JOIN, its alias with it
 * @param keys what the keys of the first table are compared with
 */
record Partners(String table, List<String> keys) {

  /** Names no column of a user: those that begin so are ours. */
  static final String MARK = "xt_matched";

  /**
   * Computed keys are written down as columns of their own where the engine looks up no others.
   *
   * @param keys of the stage, by its alias
   * @param areColumns whether they are columns as the stage has them
   */
  static Partners of(
      QueryBuilder builder, Stage stage, String alias, List<Operand> keys, boolean areColumns) {
    if (builder.dialect().joinsEveryWay() || (stage.isTable() && areColumns)) {
      return new Partners(stage.name() + " AS " + alias, keys.stream().map(Operand::sql).toList());
    }
    String table =
        "(SELECT *, %s\nFROM %s AS %s LIMIT -1) AS %s"
            .formatted(written(builder, keys), stage.name(), alias, alias);
    return new Partners(table, names(alias, keys.size()));
  }

  /** Each combination of keys once, so that no row of the first table is doubled. */
  static Partners distinct(QueryBuilder builder, Stage stage, String alias, List<Operand> keys) {
    String table =
        "(SELECT DISTINCT %s, 1 AS %s\nFROM %s AS %s) AS %s"
            .formatted(written(builder, keys), MARK, stage.name(), alias, alias);
    return new Partners(table, names(alias, keys.size()));
  }

  /** The condition of the join: keys of the first table against these. */
  String equal(QueryBuilder builder, List<Operand> sought) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.add(builder.dialect().lookedUp(sought.get(i)) + " = " + keys.get(i));
    }
    return String.join(" AND ", pairs);
  }

  private static String written(QueryBuilder builder, List<Operand> keys) {
    var columns = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(builder.dialect().lookedUp(keys.get(i)) + " AS " + MARK + "_" + i);
    }
    return String.join(", ", columns);
  }

  private static List<String> names(String alias, int count) {
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      names.add(alias + "." + MARK + "_" + i);
    }
    return names;
  }
}

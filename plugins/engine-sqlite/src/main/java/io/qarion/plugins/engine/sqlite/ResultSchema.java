package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.plugins.sql.SqlSelect;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a statement gives. Rules know theirs. Of a user's statement SQLite says which
 * stored column a column is; a computed one has the type of the values in its first rows.
 */
final class ResultSchema {

  private static final int ROWS_LOOKED_AT = 1000;

  private final SqliteSession session;

  ResultSchema(SqliteSession session) {
    this.session = session;
  }

  Schema of(Query query, SqlSelect select) {
    return switch (query.body()) {
      case QueryBody.Rules _ -> select.schema();
      case QueryBody.Statement _ -> looked(query, select.sql());
    };
  }

  private Schema looked(Query query, String sql) {
    Map<String, DataType> sources = sourceTypes(query);
    return session.run(
        sql + "\nLIMIT " + ROWS_LOOKED_AT,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            ResultSetMetaData described = result.getMetaData();
            var found = new ArrayList<@Nullable DataType>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
              found.add(null);
            }
            while (result.next()) {
              for (int i = 0; i < found.size(); i++) {
                found.set(i, wider(found.get(i), result.getObject(i + 1)));
              }
            }
            var columns = new ArrayList<Column>();
            for (int i = 0; i < found.size(); i++) {
              String name = described.getColumnLabel(i + 1);
              columns.add(Column.of(name, type(sources.get(name), found.get(i))));
            }
            return new Schema(columns);
          }
        });
  }

  /** Types of columns that have one type in all sources. */
  private static Map<String, DataType> sourceTypes(Query query) {
    Map<String, DataType> types = new HashMap<>();
    query
        .sources()
        .forEach(source ->
            source
                .schema()
                .columns()
                .forEach(column ->
                    types.merge(
                        column.name(),
                        column.type(),
                        (a, b) -> a.equals(b) ? a : PlainType.STRING)));
    return types;
  }

  private static @Nullable DataType wider(@Nullable DataType type, @Nullable Object value) {
    DataType its =
        switch (value) {
          case null -> null;
          case Double _ -> PlainType.FLOAT;
          case Number _ -> PlainType.INTEGER;
          case byte[] _ -> PlainType.BINARY;
          case Object _ -> PlainType.STRING;
        };
    if (its == null || type == null) {
      return its == null ? type : its;
    }
    if (type.equals(its)) {
      return type;
    }
    return type.isNumeric() && its.isNumeric() ? PlainType.FLOAT : PlainType.STRING;
  }

  /** A column that keeps its name and the kind of its values is taken for the source's. */
  private static DataType type(@Nullable DataType ofSource, @Nullable DataType found) {
    if (ofSource == null || ofSource instanceof DecimalType) {
      return found == null ? PlainType.STRING : found;
    }
    if (found == null || SqliteTypes.of(ofSource).equals(SqliteTypes.of(found))) {
      return ofSource;
    }
    // NaN is a text among its numbers.
    boolean mayBeFloat = found.isNumeric() || found == PlainType.STRING;
    return ofSource == PlainType.FLOAT && mayBeFloat ? ofSource : found;
  }
}

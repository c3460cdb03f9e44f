package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.ColumnOrigin;
import io.qarion.core.transform.TracedColumn;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TracedStatement;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.duckdb.SqlText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Says of a SELECT what its columns are made of, without running it. */
public final class StatementTrace {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema ANSWER = Schema.of(Column.of("tree", PlainType.STRING));

  private StatementTrace() {}

  /**
   * The columns with their origins.
   *
   * @param rows asks DuckDB for the rows of a SELECT with these columns
   * @param select the statement, in which every source stands by its alias
   * @param output the columns that the statement gives
   * @return empty if the statement has something in it whose columns can't be told
   */
  public static Optional<TracedStatement> of(
      BiFunction<String, Schema, List<List<@Nullable Object>>> rows,
      String select,
      List<TransformationSource> sources,
      Schema output) {
    String description = String.valueOf(rows.apply(question(select), ANSWER).getFirst().getFirst());
    JsonNode statement = read(description).path("statements").path(0).path("node");
    if (statement.isMissingNode()) {
      return Optional.empty();
    }
    var queries = new QueryColumns();
    try {
      List<Made> columns = queries.of(statement, tables(sources), Optional.empty());
      return columns.size() == output.size()
          ? Optional.of(traced(columns, output, queries))
          : Optional.empty();
    } catch (UnreadableStatementException _) {
      return Optional.empty();
    }
  }

  private static String question(String select) {
    return """
    SELECT CAST(json_serialize_sql(
      %s, skip_null := true, skip_empty := true, skip_default := true) AS VARCHAR) AS tree\
    """
        .formatted(SqlText.text(select));
  }

  private static TracedStatement traced(List<Made> columns, Schema output, QueryColumns queries) {
    var traced = new ArrayList<TracedColumn>();
    for (int i = 0; i < columns.size(); i++) {
      var column = output.columns().get(i);
      traced.add(TracedColumn.of("", column).madeOf(columns.get(i).origins()));
    }
    return new TracedStatement(
        new TracedSchema(traced, false), queries.named(), queries.deciding());
  }

  private static Map<String, List<Made>> tables(List<TransformationSource> sources) {
    var tables = new HashMap<String, List<Made>>();
    for (TransformationSource source : sources) {
      tables.put(
          Scope.lower(source.alias()),
          source.schema().names().stream()
              .map(name -> new Made(name, Set.of(new ColumnOrigin(source.alias(), name))))
              .toList());
    }
    return tables;
  }

  private static JsonNode read(String description) {
    try {
      return JSON.readTree(description);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

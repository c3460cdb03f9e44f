package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders a query as one readable statement with a named SELECT for each source and step. */
public final class SqlRenderer {

  private static final String CONSTANTS = "constants";

  private final SqlDialect dialect;
  private final Consumer<String> statements;

  public SqlRenderer(SqlDialect dialect) {
    this(dialect, _ -> {});
  }

  /**
   * @param statements is given each statement of a user, filled in, and throws what is wrong with
   *     it
   */
  public SqlRenderer(SqlDialect dialect, Consumer<String> statements) {
    this.dialect = dialect;
    this.statements = statements;
  }

  public SqlSelect render(Query query, RenderContext context) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    for (TransformationSource source : query.sources()) {
      traced.put(source.alias(), TracedSchema.of(source.alias(), source.schema()));
    }
    RuleScope scope = RuleScope.silent(traced, ParameterTypes.of(context.parameters()));
    var builder = new QueryBuilder(dialect, context, scope);
    traced.forEach((alias, schema) -> {
      TransformationSource source = source(query, alias);
      boolean isTable = source.rows() instanceof RowSource.Stored;
      builder.source(alias, select(query, source, context), schema, isTable);
    });
    return switch (query.body()) {
      case QueryBody.Rules(List<TransformationRule> rules) ->
          rules(builder, builder.source(query.sources().getFirst().alias()), rules);
      case QueryBody.Statement(String sql) -> statement(builder, query, sql, context);
    };
  }

  private SqlSelect rules(QueryBuilder builder, Stage first, List<TransformationRule> rules) {
    var steps = new RuleSql(builder);
    Stage stage = first;
    for (int i = 0; i < rules.size(); i++) {
      stage = steps.append(stage, rules.get(i), i + 1);
    }
    String order = stage.order().map(column -> "\nORDER BY " + dialect.name(column)).orElse("");
    Schema schema = stage.schema();
    return new SqlSelect(
        builder.statement(
            "SELECT " + builder.names(schema.names()) + "\nFROM " + stage.name() + order),
        schema);
  }

  private SqlSelect statement(
      QueryBuilder builder, Query query, String sql, RenderContext context) {
    String filled = filled(query, sql, context);
    statements.accept(filled);
    return new SqlSelect(
        builder.statement("SELECT *\nFROM (\n" + filled + "\n) AS result"), Schema.EMPTY);
  }

  /**
   * A statement of a user as it was written, with sources by their aliases and values of
   * parameters.
   */
  public String filled(Query query, String sql, RenderContext context) {
    Map<String, String> tables =
        query.sources().stream()
            .collect(
                Collectors.toMap(
                    TransformationSource::alias, source -> dialect.name(source.alias())));
    tables.put("source_dataset", dialect.name(query.sources().getFirst().alias()));
    return new StatementTemplate(sql)
        .filled(
            tables,
            name -> {
              Object value = context.parameters().get(name);
              return value == null
                  ? ":" + name
                  : dialect.literal(value, ParameterTypes.typeOf(value));
            });
  }

  private String select(Query query, TransformationSource source, RenderContext context) {
    String rows = sourceSelect(source, context);
    return switch (query.body()) {
      case QueryBody.Rules _ -> rows;
      case QueryBody.Statement _ -> forStatement(source.schema(), rows);
    };
  }

  private String forStatement(Schema schema, String rows) {
    var columns = new ArrayList<String>();
    boolean isChanged = false;
    for (Column column : schema.columns()) {
      String name = dialect.name(column.name());
      String value = dialect.ofSource(name, column.type());
      isChanged |= !value.equals(name);
      columns.add(value.equals(name) ? name : value + " AS " + name);
    }
    return isChanged
        ? "SELECT %s\nFROM (\n%s\n) AS source_rows".formatted(String.join(", ", columns), rows)
        : rows;
  }

  private String sourceSelect(TransformationSource source, RenderContext context) {
    String columns =
        source.schema().names().stream().map(dialect::name).collect(Collectors.joining(", "));
    return switch (source.rows()) {
      case RowSource.Stored stored ->
          "SELECT %s\nFROM %s%s"
              .formatted(
                  columns,
                  dialect.table(stored.dataset().physicalName()),
                  batchCondition(stored.range(), context));
      case RowSource.InFile(var file) ->
          "SELECT %s\nFROM (\n%s\n) AS file_rows".formatted(columns, dialect.fileRows(file));
      case RowSource.Computed(Query query, _) ->
          "SELECT %s\nFROM (\n%s\n) AS computed".formatted(columns, render(query, context).sql());
      case RowSource.Empty _ -> "SELECT " + nulls(source.schema()) + "\nWHERE false";
      case RowSource.Rows(Schema schema, var rows) ->
          "SELECT %s\nFROM (\n%s\n) AS %s"
              .formatted(columns, constants(schema, rows), dialect.name(CONSTANTS));
    };
  }

  private String nulls(Schema schema) {
    return schema.columns().stream()
        .map(column -> constant(column, null))
        .collect(Collectors.joining(", "));
  }

  private String constants(Schema schema, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return "SELECT " + nulls(schema) + "\nWHERE false";
    }
    return rows.stream()
        .map(row ->
            IntStream.range(0, schema.size())
                .mapToObj(i -> constant(schema.columns().get(i), row.get(i)))
                .collect(Collectors.joining(", ", "SELECT ", "")))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  private String constant(Column column, @Nullable Object value) {
    return dialect.literal(value, column.type()) + " AS " + dialect.name(column.name());
  }

  private String batchCondition(BatchRange range, RenderContext context) {
    String batch = dialect.name(TechnicalColumns.BATCH_ID);
    return switch (range) {
      case BatchRange.All _ -> "";
      case BatchRange.Current _ -> "\nWHERE " + batch + " = " + running(context).batchId();
      case BatchRange.Previous _ ->
          running(context)
              .previous()
              .map(previous -> "\nWHERE " + batch + " = " + previous)
              .orElse("\nWHERE false");
      case BatchRange.One(long id) -> "\nWHERE " + batch + " = " + id;
      case BatchRange.Between(long after, long upTo) ->
          "\nWHERE " + batch + " > " + after + " AND " + batch + " <= " + upTo;
    };
  }

  private static BatchContext running(RenderContext context) {
    return context
        .batch()
        .orElseThrow(() -> new IllegalStateException("a batch is read outside of a run"));
  }

  private static TransformationSource source(Query query, String alias) {
    return query.sources().stream()
        .filter(source -> source.alias().equals(alias))
        .findFirst()
        .orElseThrow();
  }
}

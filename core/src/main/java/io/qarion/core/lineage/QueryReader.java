package io.qarion.core.lineage;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.transform.ColumnOrigin;
import io.qarion.core.transform.ColumnRead;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedColumn;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TracedStatement;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the columns of a query are made of, in columns of stored datasets. */
final class QueryReader {

  private final Query query;
  private final Map<String, Map<String, Set<ColumnId>>> sources = new LinkedHashMap<>();
  private final List<ColumnRead> reads = new ArrayList<>();
  private final Optional<TracedSchema> output;

  QueryReader(Query query, StatementTracer statements) {
    this.query = query;
    for (TransformationSource source : query.sources()) {
      sources.put(source.alias(), columns(source, statements));
    }
    output =
        switch (query.body()) {
          case QueryBody.Rules _ -> Optional.of(rules());
          case QueryBody.Statement _ -> statement(statements);
        };
  }

  private TracedSchema rules() {
    var traced = new LinkedHashMap<String, TracedSchema>();
    for (TransformationSource source : query.sources()) {
      traced.put(source.alias(), TracedSchema.of(source.alias(), source.schema()));
    }
    return query.output(RuleScope.silent(traced, Map.of()).reading(reads::add));
  }

  private Optional<TracedSchema> statement(StatementTracer statements) {
    Optional<TracedStatement> traced = statements.trace(query);
    traced.ifPresent(found -> reads.add(new ColumnRead(".config.sql", found.named())));
    return traced.map(TracedStatement::columns);
  }

  private static Map<String, Set<ColumnId>> columns(
      TransformationSource source, StatementTracer statements) {
    var columns = new LinkedHashMap<String, Set<ColumnId>>();
    switch (source.rows()) {
      case RowSource.Stored(Dataset dataset, _) ->
          source
              .schema()
              .names()
              .forEach(name -> columns.put(name, Set.of(new ColumnId(dataset.name(), name))));
      case RowSource.Computed(Query inner, _) -> {
        var reader = new QueryReader(inner, statements);
        source
            .schema()
            .names()
            .forEach(name -> columns.put(name, reader.origins(name).orElse(Set.of())));
      }
      case RowSource.InFile _, RowSource.Rows _, RowSource.Empty _ -> {}
    }
    return columns;
  }

  /** False where nobody can tell: then each column is made of all that is read. */
  boolean isCertain() {
    return output.isPresent();
  }

  int operations() {
    return query.body() instanceof QueryBody.Rules(var rules) ? rules.size() : 0;
  }

  /** What a column that comes out is made of; empty if it does not come out. */
  Optional<Set<ColumnId>> origins(String column) {
    return output.isEmpty()
        ? Optional.of(everything())
        : output.get().find(column).map(TracedColumn::origins).map(this::stored);
  }

  /** What all columns that come out are made of. */
  Set<ColumnId> allOrigins() {
    if (output.isEmpty()) {
      return everything();
    }
    var all = new HashSet<ColumnId>();
    output.get().columns().forEach(column -> all.addAll(stored(column.origins())));
    return all;
  }

  /**
   * The columns that are called by name, by place.
   *
   * @param element where the query was written
   */
  Map<String, Set<ColumnId>> reads(String element) {
    var places = new LinkedHashMap<String, Set<ColumnId>>();
    for (ColumnRead read : reads) {
      places
          .computeIfAbsent(element + read.element(), _ -> new HashSet<>())
          .addAll(stored(read.origins()));
    }
    return places;
  }

  private Set<ColumnId> everything() {
    var all = new HashSet<ColumnId>();
    sources.values().forEach(columns -> columns.values().forEach(all::addAll));
    return all;
  }

  private Set<ColumnId> stored(Set<ColumnOrigin> origins) {
    var stored = new HashSet<ColumnId>();
    for (ColumnOrigin origin : origins) {
      stored.addAll(
          sources.getOrDefault(origin.source(), Map.of()).getOrDefault(origin.column(), Set.of()));
    }
    return stored;
  }
}

package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells of queries without computing them. */
final class Descriptions {

  private Descriptions() {}

  /** The columns that come out. */
  static Schema schema(Query query, Map<String, Object> parameters) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    query
        .sources()
        .forEach(
            source -> traced.put(source.alias(), TracedSchema.of(source.alias(), source.schema())));
    RuleScope scope = RuleScope.silent(traced, ParameterTypes.of(parameters));
    return switch (query.body()) {
      case QueryBody.Rules(List<TransformationRule> rules) -> {
        TracedSchema columns = traced.values().iterator().next();
        for (TransformationRule rule : rules) {
          columns = rule.output(columns, scope);
        }
        yield columns.schema();
      }
      case QueryBody.Statement _ -> throw Interpreter.noSql();
    };
  }

  /** The operations one after the other, for people to read. */
  static String of(Query query) {
    var lines = new ArrayList<String>();
    for (TransformationSource source : query.sources()) {
      lines.add("read " + source.alias() + " " + source.schema().names());
    }
    switch (query.body()) {
      case QueryBody.Rules(List<TransformationRule> rules) ->
          rules.forEach(rule -> lines.add(rule.operation() + " " + rule));
      case QueryBody.Statement(String sql) -> lines.add("SQL, which Tablesaw can't run: " + sql);
    }
    return IntStream.range(0, lines.size())
        .mapToObj(i -> (i + 1) + ". " + lines.get(i))
        .collect(Collectors.joining("\n"));
  }
}

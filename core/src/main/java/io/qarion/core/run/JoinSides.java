package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.plugin.RuleTypes;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a join brings together, and who computes them.
 *
 * @param before what the join starts from: all sources of its task, and the rules before it
 * @param other what it is joined with
 */
record JoinSides(
    Engine engine, Map<String, Object> parameters, Query before, TransformationSource other) {

  /**
   * The sides of a join of a task.
   *
   * @param query the whole task
   * @param earlier the visual steps before the join
   * @param with the alias of what it is joined with
   */
  static JoinSides of(
      Engine engine,
      Map<String, Object> parameters,
      Query query,
      List<TaskRule> earlier,
      RuleTypes types,
      String with) {
    TransformationSource other =
        query.sources().stream()
            .filter(source -> source.alias().equals(with))
            .findFirst()
            .orElseThrow(() -> unknown(with));
    Query before =
        Query.of(query.sources(), operations(query.sources(), earlier, types, parameters));
    return new JoinSides(engine, parameters, before, other);
  }

  private static List<TransformationRule> operations(
      List<TransformationSource> sources,
      List<TaskRule> rules,
      RuleTypes types,
      Map<String, Object> parameters) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    sources.forEach(
        source -> traced.put(source.alias(), TracedSchema.of(source.alias(), source.schema())));
    return TaskRules.of(rules, types, traced, ParameterTypes.of(parameters), "", _ -> {})
        .operations();
  }

  /** The rows before the join, as a source. */
  TransformationSource left(String alias) {
    return computed(alias, before);
  }

  /** The rows that it is joined with, as a source. */
  TransformationSource right(String alias) {
    return computed(alias, Query.all(other));
  }

  private TransformationSource computed(String alias, Query query) {
    Schema schema = engine.describe(query, parameters);
    return TransformationSource.of(alias, new RowSource.Computed(query, schema));
  }

  RowPage page(Query query, int rows, Cancellation cancellation) {
    return engine.page(new PageRequest(query, parameters, 0, rows), cancellation);
  }

  long count(Query query, Cancellation cancellation) {
    return engine.count(query, parameters, cancellation);
  }

  private static QarionException unknown(String with) {
    return new QarionException(
        Problem.error(
            "source.unknown",
            Place.UNKNOWN,
            "'%s' is no source of this step.".formatted(with),
            "Draw an edge from the step that makes it."));
  }
}

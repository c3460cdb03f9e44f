package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a query, asked of an engine. */
final class QueriedRows implements StepRows {

  private static final String ALIAS = "step_rows";

  private final Engine engine;
  private final Query query;
  private final Map<String, Object> parameters;
  private final Schema schema;

  QueriedRows(Engine engine, Query query, Map<String, Object> parameters) {
    this.engine = engine;
    this.query = query;
    this.parameters = parameters;
    this.schema = engine.describe(query, parameters);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Origin origin() {
    boolean unchanged =
        query.sources().size() == 1
            && query.body() instanceof QueryBody.Rules(var rules)
            && rules.isEmpty();
    if (!unchanged) {
      return Origin.COMPUTED;
    }
    return switch (query.sources().getFirst().rows()) {
      case RowSource.Stored _ -> Origin.STORED;
      case RowSource.InFile _ -> Origin.FILE;
      case RowSource.Computed _, RowSource.Empty _, RowSource.Rows _ -> Origin.COMPUTED;
    };
  }

  @Override
  public List<Problem> check(List<TransformationRule> rules) {
    var problems = new ArrayList<Problem>();
    TracedSchema start = TracedSchema.of(ALIAS, schema);
    RuleScope scope =
        RuleScope.of("view", Map.of(ALIAS, start), ParameterTypes.of(parameters), problems::add);
    onTop(rules).output(scope);
    return List.copyOf(problems);
  }

  @Override
  public RowPage page(
      List<TransformationRule> rules, long offset, int rows, Cancellation cancellation) {
    return engine.page(new PageRequest(checked(rules), parameters, offset, rows), cancellation);
  }

  @Override
  public long count(List<TransformationRule> rules, Cancellation cancellation) {
    return engine.count(checked(rules), parameters, cancellation);
  }

  private Query checked(List<TransformationRule> rules) {
    if (rules.isEmpty()) {
      return query;
    }
    List<Problem> problems = check(rules);
    if (!problems.isEmpty()) {
      throw new QarionException(problems);
    }
    return onTop(rules);
  }

  private Query onTop(List<TransformationRule> rules) {
    var source = TransformationSource.of(ALIAS, new RowSource.Computed(query, schema));
    return Query.of(List.of(source), rules);
  }
}

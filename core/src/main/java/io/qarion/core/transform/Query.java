package io.qarion.core.transform;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.DatasetName;
import java.util.List;

/**
 * Rows to compute from sources; the first source is the one that rules start from.
 *
 * @param sources at least one
 */
public record Query(List<TransformationSource> sources, QueryBody body) {

  public Query {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a query needs a source");
    }
  }

  /** All rows of one source. */
  public static Query all(TransformationSource source) {
    return new Query(List.of(source), new QueryBody.Rules(List.of()));
  }

  public static Query of(List<TransformationSource> sources, List<TransformationRule> rules) {
    return new Query(sources, new QueryBody.Rules(rules));
  }

  /** Whether rows of a dataset are among its sources, or among theirs. */
  public boolean reads(DatasetName dataset) {
    return sources.stream()
        .anyMatch(source ->
            switch (source.rows()) {
              case RowSource.Stored(Dataset stored, _) -> stored.name().equals(dataset);
              case RowSource.Computed(Query inner, _) -> inner.reads(dataset);
              case RowSource.InFile _, RowSource.Rows _, RowSource.Empty _ -> false;
            });
  }

  public Query withSources(List<TransformationSource> newSources) {
    return new Query(newSources, body);
  }

  /** The columns that come out, and what is wrong with the rules, without running. */
  public TracedSchema output(RuleScope scope) {
    return switch (body) {
      case QueryBody.Rules rules -> rules.output(sources, scope);
      case QueryBody.Statement _ -> TracedSchema.unknown();
    };
  }
}

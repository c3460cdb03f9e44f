package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random queries over random tables give equal rows on all engines. A seed that once did not is
 * among those that are always tried.
 */
public abstract class RandomQueriesContract extends SeveralEngines {

  private static final int MANY = 100_000;
  private static final long SEEDS = 400;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rowsAreEqualOnAllEngines(long seed) {
    Query query = new RandomQueries(new Random(seed)).query();
    List<String> names = names();
    RowPage wanted = rows(names.getFirst(), query);
    boolean isOrdered = rules(query).getLast() instanceof SortRows;
    for (String name : names.subList(1, names.size())) {
      RowPage actual = rows(name, query);
      assertThat(columns(actual)).as(() -> said(query)).isEqualTo(columns(wanted));
      boolean isEqual =
          isOrdered
              ? Comparison.areEqualRows(actual.rows(), wanted.rows())
              : Comparison.areSameRows(actual.rows(), wanted.rows());
      assertThat(isEqual)
          .as(() ->
              "%s gives%n%sand %s%n%sfor%n%s"
                  .formatted(
                      name,
                      Comparison.shown(actual.rows()),
                      names.getFirst(),
                      Comparison.shown(wanted.rows()),
                      said(query)))
          .isTrue();
    }
  }

  private RowPage rows(String engine, Query query) {
    try {
      return engine(engine).page(new PageRequest(query, Map.of(), 0, MANY), new Cancellation());
    } catch (QarionException e) {
      throw new AssertionError("%s refuses%n%s".formatted(engine, said(query)), e);
    }
  }

  private static List<String> columns(RowPage page) {
    return page.schema().columns().stream()
        .map((Column column) -> column.name() + " " + column.type().text())
        .toList();
  }

  private static List<TransformationRule> rules(Query query) {
    return switch (query.body()) {
      case QueryBody.Rules(List<TransformationRule> rules) -> rules;
      case QueryBody.Statement _ -> List.of();
    };
  }

  private String said(Query query) {
    var text = new StringBuilder();
    rules(query).forEach(rule -> text.append("  ").append(rule).append('\n'));
    query.sources().forEach(source -> text.append("  ").append(source.rows()).append('\n'));
    return text.toString();
  }
}

package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.problem.QarionException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random flows of the types that load rows, in several batches, give equal rows in all their
 * datasets on all engines.
 */
public abstract class RandomFlowsContract extends SeveralEngines {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 4, 1, 9, 0);
  private static final long SEEDS = 60;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDatasetIsEqualOnAllEngines(long seed) {
    RandomFlows.Case flow = new RandomFlows(new Random(seed)).next("flow_" + seed);
    List<String> names = names();
    FlowOnEngine first = run(names.getFirst(), flow);
    for (String name : names.subList(1, names.size())) {
      FlowOnEngine other = run(name, flow);
      for (Dataset dataset : FlowOnEngine.compile(flow.toml()).datasets()) {
        RowPage wanted = first.rows(dataset.name().value(), dataset.schema().names());
        RowPage actual = other.rows(dataset.name().value(), dataset.schema().names());
        assertThat(Comparison.areSameRows(actual.rows(), wanted.rows()))
            .as(() ->
                "%s of %s%n%sand of %s%n%sin%n%s"
                    .formatted(
                        dataset.name(),
                        name,
                        Comparison.shown(actual.rows()),
                        names.getFirst(),
                        Comparison.shown(wanted.rows()),
                        said(flow)))
            .isTrue();
      }
    }
  }

  private FlowOnEngine run(String engine, RandomFlows.Case flow) {
    FlowOnEngine running = FlowOnEngine.of(engine(engine), flow.toml());
    for (int i = 0; i < flow.deliveries().size(); i++) {
      try {
        running.batch(CLOCK.plusDays(i), flow.deliveries().get(i));
      } catch (QarionException e) {
        throw new AssertionError("%s refuses%n%s".formatted(engine, said(flow)), e);
      }
    }
    return running;
  }

  private static String said(RandomFlows.Case flow) {
    var text = new StringBuilder(flow.toml());
    flow.deliveries()
        .forEach(rows -> text.append("delivery\n").append(Comparison.shown(rows.rows())));
    return text.toString();
  }
}

package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.RowCursor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose records a loader hands out one by one. */
class HandedOutRowsTest {

  private static final Column A = Column.of("a", PlainType.INTEGER);
  private static final Column B = Column.of("b", PlainType.STRING);

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();

  @TempDir private Path folder;
  private LoadFixture fixture;

  @BeforeEach
  void openEngine() {
    fixture = new LoadFixture(folder);
  }

  @AfterEach
  void closeEngine() {
    fixture.close();
    assertThat(open).hasValue(0);
  }

  @Test
  void goodRecordsAreLoadedUnderTheirNumbers() {
    var outcome = fixture.strict(file(5_000, i -> row(String.valueOf(i), "x" + i), A, B));

    assertThat(outcome.result().rows()).isEqualTo(5_000);
    assertThat(outcome.rows()).startsWith("1|1|x1", "2|2|x2").endsWith("5000|5000|x5000");
  }

  @Test
  void badFieldsAreRefusedWithTheirPlaces() {
    var file =
        file(
            5,
            i ->
                switch ((int) i) {
                  case 1 -> row("12.7", "x");
                  case 2 -> row("2", new RowCursor.Fault("#N/A"));
                  case 3 -> row(new RowCursor.Fault("#DIV/0!"), "x");
                  case 4 -> row("4", null);
                  default -> row(" ", "");
                },
            A,
            new Column("b", PlainType.STRING, true));

    var outcome = fixture.rejecting(file);

    assertThat(outcome.rows()).containsExactly("5|null|");
    assertThat(outcome.rejects()).containsExactly("1|a|12.7", "2|b|#N/A", "3|a|#DIV/0!", "4|b|");
    assertThat(outcome.result().samples().stream().map(BadRecord::reason))
        .containsExactly(
            "not of type integer (cell C101)",
            "an error instead of a value (cell D102)",
            "not of type integer (cell C103)",
            "a required value is missing (cell D104)");
  }

  @Test
  void anErrorIsNoTextWhereItIsOnlyLookedAt() {
    var file = file(2, i -> row("1", i == 1 ? new RowCursor.Fault("#N/A") : "x"), A, B);

    assertThat(fixture.shown(file, 10)).containsExactly(Arrays.asList(1L, null), List.of(1L, "x"));
  }

  @Test
  void whoLooksAtTheFirstRowsReadsNoMuchMoreAndLeavesNothingOpen() {
    var file = file(1_000_000, i -> row("1", "x"), A, B);

    assertThat(fixture.shown(file, 3)).hasSize(3);

    assertThat(open).hasValue(0);
    assertThat(read.get()).isLessThan(50_000);
  }

  @Test
  void whatTheLoaderSaysReachesTheUserAsItIs() {
    var file =
        file(
            10,
            i -> {
              if (i == 7) {
                throw new QarionException(
                    Problem.error("x.damaged", Place.in("in.x", 7, 0), "Damaged.", "Mend it."));
              }
              return row("1", "x");
            },
            A,
            B);

    assertThatThrownBy(() -> fixture.strict(file))
        .isInstanceOf(QarionException.class)
        .hasMessage("in.x:7: Damaged. Mend it.");
    assertThatThrownBy(() -> fixture.shown(file, 20)).hasMessage("in.x:7: Damaged. Mend it.");
  }

  private static List<@Nullable Object> row(@Nullable Object a, @Nullable Object b) {
    return Arrays.asList(a, b);
  }

  private FileRelation file(
      long count, LongFunction<List<@Nullable Object>> fields, Column... columns) {
    return FileRelation.ofRows(
        folder.resolve("in.x"), "in.x", Schema.of(columns), new Opener(count, fields));
  }

  /** Counts who reads. */
  private final class Opener implements RowCursor.Opener {

    private final long count;
    private final LongFunction<List<@Nullable Object>> fields;

    Opener(long count, LongFunction<List<@Nullable Object>> fields) {
      this.count = count;
      this.fields = fields;
    }

    @Override
    public List<String> places() {
      return List.of("C", "D");
    }

    @Override
    public RowCursor open() {
      open.incrementAndGet();
      return new RowCursor() {
        private long at;

        @Override
        public Optional<Row> next() {
          read.incrementAndGet();
          at++;
          return at > count ? Optional.empty() : Optional.of(new Row(100 + at, fields.apply(at)));
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }
  }
}

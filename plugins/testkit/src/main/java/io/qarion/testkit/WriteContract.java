package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.core.transform.Write.MergeAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every way of putting rows into a table. */
public abstract class WriteContract extends EngineContract {

  private static final String OLD =
      """
      k integer | v string | n integer
      1 | one | 10
      2 | two | NULL
      3 | NULL | 30\
      """;

  private static Query rows(String text) {
    return Query.all(table("given", text));
  }

  private static MergeAction action(MergeAction.Kind kind, String condition) {
    return new MergeAction(kind, Optional.of(Formula.parse(condition)));
  }

  @Test
  void replaceLeavesOnlyTheNewRows() {
    Dataset target = store("w_replace", OLD);
    assertThat(
            write(
                target,
                rows(
                    """
                    k integer | v string | n integer
                    9 | nine | 90\
                    """),
                new Write.Replace()))
        .isEqualTo(1);
    expectStored(
        target,
        """
        k integer | v string | n integer
        9 | nine | 90\
        """);
    assertThat(engine().tableRows("w_replace")).isEqualTo(1);
  }

  @Test
  void appendAddsAndMatchesColumnsByName() {
    Dataset target = store("w_append", OLD);
    assertThat(
            write(
                target,
                rows(
                    """
                    n integer | k integer
                    40 | 4
                    40 | 4\
                    """),
                new Write.Append()))
        .isEqualTo(2);
    expectStored(
        target,
        OLD
            + """

            4 | NULL | 40
            4 | NULL | 40\
            """);
  }

  @Test
  void appendFillsTheBatch() {
    Dataset target =
        Dataset.of(
            new DatasetName("w_batch"),
            Schema.of(
                Column.of("k", PlainType.INTEGER),
                new Column("batch_id", PlainType.INTEGER, true)));
    write(
        target,
        rows(
            """
            k integer
            1
            2\
            """),
        new Write.Append());
    expectStored(
        target,
        """
        k integer | batch_id integer
        1 | 7
        2 | 7\
        """);
    var current = TransformationSource.of("t", new RowSource.Stored(target, new BatchRange.One(7)));
    assertThat(page(Query.all(current)).rows()).hasSize(2);
    var others =
        TransformationSource.of("t", new RowSource.Stored(target, new BatchRange.Between(7, 9)));
    assertThat(page(Query.all(others)).rows()).isEmpty();
  }

  @Test
  void aColumnThatTheTargetLacksIsRefused() {
    Dataset target = store("w_extra", OLD);
    assertThat(
            failure(() ->
                    write(
                        target,
                        rows(
                            """
                            k integer | other string
                            1 | x\
                            """),
                        new Write.Append()))
                .code())
        .isEqualTo("dataset.extra_columns");
    expectStored(target, OLD);
  }

  @Test
  void valuesAreConvertedStrictly() {
    Dataset target = store("w_convert", OLD);
    write(
        target,
        rows(
            """
            k decimal(4,1) | n float | v date
            4.5 | 2.5 | 2026-01-31\
            """),
        new Write.Append());
    expectStored(
        target,
        OLD
            + """

            5 | 2026-01-31 | 3\
            """);
    assertThat(
            failure(() ->
                    write(
                        target,
                        rows(
                            """
                            k string
                            12.7\
                            """),
                        new Write.Append()))
                .problems())
        .isNotEmpty();
  }

  @Test
  void replaceKeysTakesOutOldRowsOfTheSameKeys() {
    Dataset target =
        store(
            "w_keys",
            """
            k integer | v string
            1 | a
            1 | b
            NULL | c
            2 | d\
            """);
    write(
        target,
        rows(
            """
            k integer | v string
            1 | x
            1 | y
            NULL | z
            3 | w\
            """),
        new Write.ReplaceKeys(List.of("k")));
    expectStored(
        target,
        """
        k integer | v string
        1 | x
        1 | y
        NULL | z
        2 | d
        3 | w\
        """);
  }

  @Test
  void mergeUpdatesAndInserts() {
    Dataset target = store("w_upsert", OLD);
    assertThat(
            write(
                target,
                rows(
                    """
                    k integer | v string | n integer
                    2 | TWO | NULL
                    4 | four | 40\
                    """),
                Write.Merge.upsert(List.of("k"))))
        .isEqualTo(2);
    expectStored(
        target,
        """
        k integer | v string | n integer
        1 | one | 10
        2 | TWO | NULL
        3 | NULL | 30
        4 | four | 40\
        """);
  }

  @Test
  void mergeTakesTheFirstActionWhoseConditionHolds() {
    Dataset target = store("w_merge", OLD);
    write(
        target,
        rows(
            """
            k integer | v string | n integer
            1 | ONE | -1
            2 | TWO | 5
            3 | THREE | 31
            4 | four | -4
            5 | five | 50\
            """),
        new Write.Merge(
            List.of("k"),
            List.of(
                action(MergeAction.Kind.DELETE_MATCHED, "source.n < 0"),
                action(
                    MergeAction.Kind.UPDATE_MATCHED,
                    "target.n is null or source.n - target.n = :limit - 19"),
                action(MergeAction.Kind.INSERT_UNMATCHED, "n > 0"))));
    expectStored(
        target,
        """
        k integer | v string | n integer
        2 | TWO | 5
        3 | THREE | 31
        5 | five | 50\
        """);
  }

  @Test
  void aTargetCanBeReadWhileItIsWritten() {
    Dataset target = store("w_self", OLD);
    write(
        target,
        Query.of(List.of(reading(target)), List.of(new FilterRows(Formula.parse("k > 1")))),
        new Write.Append());
    assertThat(engine().tableRows("w_self")).isEqualTo(5);
  }

  @Test
  void aliasesNeverHideStoredTables() {
    Dataset a =
        store(
            "w_a",
            """
            v string
            from a\
            """);
    Dataset b =
        store(
            "w_b",
            """
            v string
            from b\
            """);
    Query crossed =
        Query.of(
            List.of(
                TransformationSource.of("w_b", new RowSource.Stored(a, BatchRange.ALL)),
                TransformationSource.of("w_a", new RowSource.Stored(b, BatchRange.ALL))),
            List.of());
    assertThat(page(crossed).rows()).containsExactly(List.of("from a"));
  }

  @Test
  void nothingStaysOfATransactionThatIsClosed() {
    Dataset target = store("w_rollback", OLD);
    Dataset added = Dataset.of(new DatasetName("w_never"), target.schema());
    try (EngineTransaction transaction = engine().begin(new Cancellation())) {
      transaction.prepare(added);
      transaction.execute(
          new TransformationInstruction(new TaskId("t"), rows(OLD), added, new Write.Append()),
          batch());
      transaction.execute(
          new TransformationInstruction(new TaskId("t"), rows(OLD), target, new Write.Append()),
          batch());
    }
    expectStored(target, OLD);
    assertThat(engine().tableSchema("w_never")).isEmpty();
  }

  @Test
  void anErrorLeavesTheTableAsItWas() {
    Dataset target =
        store(
            "w_error",
            """
            n integer
            1\
            """);
    Query failing =
        Query.of(
            List.of(
                table(
                    "given",
                    """
                    n integer
                    1
                    0\
                    """)),
            List.of(
                new io.qarion.core.transform.DeriveColumns(
                    java.util.Map.of("n", Formula.parse("n + 9223372036854775807")))));
    assertThat(failure(() -> write(target, failing, new Write.Replace())).problems()).isNotEmpty();
    expectStored(
        target,
        """
        n integer
        1\
        """);
  }

  @Test
  void aPageTakesPartOfTheRowsAndSaysWhetherMoreFollow() {
    Dataset target =
        store(
            "w_page",
            """
            n integer
            1
            2
            3
            4
            5\
            """);
    Query sorted =
        Query.of(
            List.of(reading(target)),
            List.of(new io.qarion.core.transform.SortRows(TestOrder.by("n"))));
    RowPage page =
        engine()
            .page(
                new io.qarion.core.engine.PageRequest(sorted, PARAMETERS, 1, 2),
                new Cancellation());
    assertThat(page.rows()).containsExactly(List.of(2L), List.of(3L));
    assertThat(page.more()).isTrue();
    assertThat(page.offset()).isEqualTo(1);
    RowPage last =
        engine()
            .page(
                new io.qarion.core.engine.PageRequest(sorted, PARAMETERS, 3, 2),
                new Cancellation());
    assertThat(last.rows()).containsExactly(List.of(4L), List.of(5L));
    assertThat(last.more()).isFalse();
  }
}

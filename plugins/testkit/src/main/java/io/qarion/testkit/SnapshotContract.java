package io.qarion.testkit;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.CompareSnapshots.Absence;
import io.qarion.core.transform.CompareSnapshots.Shape;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Comparison of two snapshots, in all shapes. */
public abstract class SnapshotContract extends EngineContract {

  private static final List<TransformationSource> SNAPSHOTS =
      List.of(
          table(
              "now",
              """
              id integer | name string | price decimal(6,2) | op string
              1 | a | 1.00 | NULL
              2 | B | NULL | NULL
              3 | c | 3.00 | D
              5 | e | 5.00 | NULL
              6 | f | 6.00 | D
              7 | NULL | NULL | NULL\
              """),
          table(
              "old",
              """
              id integer | name string | price decimal(6,2) | op string
              1 | a | 1.00 | NULL
              2 | b | 2.00 | NULL
              3 | c | 3.00 | NULL
              4 | d | 4.00 | NULL
              7 | NULL | NULL | NULL\
              """));

  private static final String COLUMNS = "id integer | name string | price decimal(6,2) | op string";
  private static final String CLASSIFIED =
      COLUMNS + " | xt_record_type string | xt_changed_columns string";

  private void expectComparison(Absence absence, boolean unchanged, Shape shape, String expected) {
    expect(
        SNAPSHOTS,
        List.of(
            new CompareSnapshots(
                "old", List.of("id"), List.of("name", "price"), absence, unchanged, shape)),
        expected);
  }

  @Test
  void aWholeSnapshotTellsWhatIsNewChangedAndDeleted() {
    String rows =
        """

        2 | B | NULL | NULL | changed | name,price
        4 | d | 4.00 | NULL | deleted | NULL
        5 | e | 5.00 | NULL | new | NULL
        6 | f | 6.00 | D | new | NULL\
        """;
    expectComparison(
        new CompareSnapshots.Deleted(),
        false,
        new CompareSnapshots.Classified(false),
        CLASSIFIED + rows);
    expectComparison(
        new CompareSnapshots.Deleted(),
        true,
        new CompareSnapshots.Classified(false),
        CLASSIFIED
            + rows
            + """

            1 | a | 1.00 | NULL | unchanged | NULL
            3 | c | 3.00 | D | unchanged | NULL
            7 | NULL | NULL | NULL | unchanged | NULL\
            """);
  }

  @Test
  void previousValuesComeAlongIfAsked() {
    expectComparison(
        new CompareSnapshots.Deleted(),
        false,
        new CompareSnapshots.Classified(true),
        CLASSIFIED
            + """
             | xt_previous_name string | xt_previous_price decimal(6,2)
            2 | B | NULL | NULL | changed | name,price | b | 2.00
            4 | d | 4.00 | NULL | deleted | NULL | d | 4.00
            5 | e | 5.00 | NULL | new | NULL | NULL | NULL
            6 | f | 6.00 | D | new | NULL | NULL | NULL\
            """);
  }

  @Test
  void inAPartialSnapshotOnlyRowsThatSaySoAreDeleted() {
    expectComparison(
        new CompareSnapshots.SaysNothing(Optional.of(Formula.parse("op = 'D'"))),
        false,
        new CompareSnapshots.Classified(false),
        CLASSIFIED
            + """

            2 | B | NULL | NULL | changed | name,price
            3 | c | 3.00 | NULL | deleted | NULL
            5 | e | 5.00 | NULL | new | NULL\
            """);
    expectComparison(
        new CompareSnapshots.SaysNothing(Optional.empty()),
        false,
        new CompareSnapshots.Classified(false),
        CLASSIFIED
            + """

            2 | B | NULL | NULL | changed | name,price
            5 | e | 5.00 | NULL | new | NULL
            6 | f | 6.00 | D | new | NULL\
            """);
  }

  @Test
  void aColumnIsNotComparedWithBatchesThatCameWithoutIt() {
    var now =
        table(
            "now",
            """
            id integer | name string | price decimal(6,2)
            1 | A | 1.00
            2 | b | 2.00
            3 | c | 3.00\
            """);
    var old =
        table(
            "old",
            """
            id integer | name string | price decimal(6,2) | batch_id integer
            1 | a | NULL | 1
            2 | b | NULL | 1
            3 | c | NULL | 2\
            """);
    var compare =
        new CompareSnapshots(
            "old",
            List.of("id"),
            List.of("name", "price"),
            new CompareSnapshots.Deleted(),
            false,
            new CompareSnapshots.Classified(false));

    expect(
        List.of(now, old),
        List.of(compare.withLacking(Map.of("price", List.of(new BatchRange.Between(0, 1))))),
        """
        id integer | name string | price decimal(6,2) | xt_record_type string | xt_changed_columns string
        1 | A | 1.00 | changed | name
        3 | c | 3.00 | changed | price\
        """);
  }

  @Test
  void aChangeDataFeedHasTwoRowsForAChange() {
    String columns = COLUMNS + " | _change_type string";
    String rows =
        """

        2 | b | 2.00 | NULL | update_preimage
        2 | B | NULL | NULL | update_postimage
        4 | d | 4.00 | NULL | delete
        5 | e | 5.00 | NULL | insert
        6 | f | 6.00 | D | insert\
        """;
    expectComparison(
        new CompareSnapshots.Deleted(),
        false,
        new CompareSnapshots.ChangeDataFeed(),
        columns + rows);
  }
}

package io.qarion.plugins.engine.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Rows are grouped and sorted as collections of objects are. */
class GroupsTest {

  private static final int ROWS = 5_000;

  @RepeatedTest(5)
  void rowsWithEqualKeysAreOneGroup(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<Key> rows = rows(random);
    var expected = new LinkedHashMap<Key, List<Integer>>();
    for (int row = 0; row < ROWS; row++) {
      expected.computeIfAbsent(rows.get(row), _ -> new ArrayList<>()).add(row);
    }

    Keys keys = keys(rows);
    var groups = new Groups(keys, ROWS);
    var members = new GroupedRows(groups);

    var found = new ArrayList<List<Integer>>();
    for (int group = 0; group < groups.count(); group++) {
      found.add(
          Arrays.stream(members.rows(), members.start(group), members.end(group)).boxed().toList());
    }
    assertThat(found).isEqualTo(List.copyOf(expected.values()));
    assertThat(groups.find(keys, ROWS - 1)).isEqualTo(groups.of(ROWS - 1));
    assertThat(groups.has(keys(List.of(new Key("gone", 1))), 0)).isFalse();
  }

  @RepeatedTest(5)
  void rowsOfEqualOrderStayInTheirs(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<Key> rows = rows(random);
    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      expected.add(row);
    }
    expected.sort(Comparator.comparingLong(row -> rows.get(row).number()));

    int[] sorted =
        RowSort.sorted(
            ROWS, (left, right) -> Long.compare(rows.get(left).number(), rows.get(right).number()));

    assertThat(Arrays.stream(sorted).boxed().toList()).isEqualTo(expected);
  }

  @Test
  void withoutColumnsAllRowsAreOneGroup() {
    var groups = new Groups(new Keys(List.of()), 3);

    assertThat(groups.count()).isEqualTo(1);
    assertThat(groups.lasts()).containsExactly(2);
    assertThat(new Groups(new Keys(List.of()), 0).count()).isZero();
  }

  private record Key(String text, long number) {}

  private static List<Key> rows(Random random) {
    var rows = new ArrayList<Key>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(new Key("t" + random.nextInt(40), random.nextInt(30)));
    }
    return rows;
  }

  private static Keys keys(List<Key> rows) {
    CellsBuilder texts = CellsBuilder.of(PlainType.STRING, rows.size());
    CellsBuilder numbers = CellsBuilder.of(PlainType.INTEGER, rows.size());
    for (Key row : rows) {
      texts.add(row.text());
      numbers.add(row.number());
    }
    return new Keys(List.of(texts.build(), numbers.build()));
  }
}

package io.qarion.plugins.engine.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns give back what was put in, also what Tablesaw takes for missing. */
class CellsTest {

  /** A type and two of its values, the smaller one first. */
  record Example(DataType type, Object small, Object large) {}

  static Stream<Example> examples() {
    return Stream.of(
        new Example(PlainType.BOOLEAN, false, true),
        new Example(PlainType.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE),
        new Example(PlainType.FLOAT, Double.NEGATIVE_INFINITY, Double.NaN),
        new Example(new DecimalType(18, 4), new BigDecimal("-99999999999999.9999"), decimal("0")),
        new Example(new DecimalType(38, 4), decimal("1"), new BigDecimal("9".repeat(34) + ".9999")),
        new Example(PlainType.STRING, "", "\uD83D\uDE00"),
        new Example(PlainType.JSON, "[]", "{}"),
        new Example(PlainType.DATE, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
        new Example(PlainType.TIME, LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_000)),
        new Example(
            PlainType.TIMESTAMP,
            LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)));
  }

  private static BigDecimal decimal(String whole) {
    return new BigDecimal(whole + ".0000");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aColumnGivesBackItsValues(Example example) {
    Cells cells = cells(example.type(), example.large(), null, example.small());

    assertThat(values(cells, 3)).containsExactly(example.large(), null, example.small());
    assertThat(cells.type()).isEqualTo(example.type());
    assertThat(cells.isNull(1)).isTrue();
    assertThat(cells.isNull(0)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void cellsAreComparedAndHashedAsValuesAre(Example example) {
    Cells cells = cells(example.type(), example.small(), example.large(), null);
    Cells others = cells(example.type(), example.large(), null);

    assertThat(cells.compare(0, others, 0)).isNegative();
    assertThat(cells.compare(1, cells, 0)).isPositive();
    assertThat(cells.isSame(1, others, 0)).isTrue();
    assertThat(cells.isSame(0, others, 0)).isFalse();
    assertThat(cells.isSame(2, others, 1)).isTrue();
    assertThat(cells.isSame(0, others, 1)).isFalse();
    assertThat(cells.hash(1)).isEqualTo(others.hash(0));
    assertThat(cells.hash(2)).isEqualTo(others.hash(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void pickedCellsAreThoseOfTheirRowsHoweverOftenTheyArePicked(Example example) {
    Cells cells = cells(example.type(), example.small(), example.large(), null);
    List<Cells> once = Picking.of(List.of(cells), new int[] {2, 1, 0, RowNumbers.NONE});
    Cells twice = Picking.of(once, new int[] {1, 1, 3, 2, RowNumbers.NONE}).getFirst();

    assertThat(values(twice, 5))
        .containsExactly(example.large(), example.large(), null, example.small(), null);
    assertThat(twice.hash(0)).isEqualTo(cells.hash(1));
    assertThat(twice.compare(3, twice, 0)).isNegative();
    assertThat(twice.isSame(2, cells, 2)).isTrue();
    assertThat(twice.isSame(4, cells, 0)).isFalse();
    assertThat(values(copied(twice, 5), 5)).isEqualTo(values(twice, 5));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void repeatedCellsAreTheSameInEachRow(Example example) {
    Cells cells = RepeatedCells.of(example.type(), example.large());

    assertThat(values(cells, 2)).containsExactly(example.large(), example.large());
    assertThat(values(copied(cells, 2), 2)).isEqualTo(values(cells, 2));
    assertThat(cells.isSame(7, cells(example.type(), example.large()), 0)).isTrue();
    assertThat(values(RepeatedCells.nulls(example.type()), 2)).containsExactly(null, null);
  }

  @Test
  void bytesAreEqualByWhatTheyAre() {
    Cells cells = cells(PlainType.BINARY, new byte[] {1, -2}, new byte[] {1, -2}, new byte[] {3});

    assertThat(cells.isSame(0, cells, 1)).isTrue();
    assertThat(cells.hash(0)).isEqualTo(cells.hash(1));
    assertThat(cells.isSame(0, cells, 2)).isFalse();
    assertThat(cells.text(0)).isEqualTo("01fe");
  }

  @Test
  void zeroIsOneValueWhateverItsSign() {
    Cells cells = cells(PlainType.FLOAT, 0.0, -0.0);

    assertThat(cells.isSame(0, cells, 1)).isTrue();
    assertThat(cells.hash(0)).isEqualTo(cells.hash(1));
    assertThat(1 / cells.real(1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static Cells cells(DataType type, @Nullable Object... values) {
    CellsBuilder builder = CellsBuilder.of(type, 0);
    for (Object value : values) {
      builder.add(value);
    }
    return builder.build();
  }

  private static Cells copied(Cells cells, int size) {
    CellsBuilder builder = CellsBuilder.of(cells.type(), size);
    builder.copyAll(cells, size);
    return builder.build();
  }

  private static List<@Nullable Object> values(Cells cells, int size) {
    var values = new ArrayList<@Nullable Object>();
    for (int row = 0; row < size; row++) {
      values.add(cells.value(row));
    }
    return values;
  }
}

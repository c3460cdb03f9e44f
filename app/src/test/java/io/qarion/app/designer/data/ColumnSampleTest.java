package io.qarion.app.designer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnSampleTest {

  @Test
  void wholeNumbersGetABinEachWhereTheyFit() {
    ColumnSample sample = sample(PlainType.INTEGER, 0L, 1L, 1L, 3L, null);

    assertThat(sample.bars())
        .extracting(Bar::label, Bar::count)
        .containsExactly(tuple("0", 1L), tuple("1", 2L), tuple("2", 0L), tuple("3", 1L));
    assertThat(sample.bars().get(1).condition()).isEqualTo("v >= 1 and v < 2");
    assertThat(sample.nullShare()).isEqualTo(0.2);
  }

  @Test
  void datesAreCutIntoDays() {
    ColumnSample sample =
        sample(PlainType.DATE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    assertThat(sample.range()).isTrue();
    assertThat(sample.bars()).hasSize(16);
    assertThat(sample.bars().getFirst().label()).isEqualTo("2026-01-01 – 2026-01-06");
    assertThat(sample.bars().getLast().count()).isEqualTo(1);
  }

  @Test
  void textsGiveTheMostFrequentValues() {
    ColumnSample sample = sample(PlainType.STRING, "a", "b", "b", null, "");

    assertThat(sample.range()).isFalse();
    assertThat(sample.bars()).extracting(Bar::count).containsExactly(2L, 1L, 1L);
    assertThat(sample.bars().getFirst().condition()).isEqualTo("v = 'b'");
  }

  @Test
  void nothingIsSaidOfColumnsWithoutValues() {
    assertThat(sample(PlainType.FLOAT, (Object) null).bars()).isEmpty();
    assertThat(sample(PlainType.FLOAT, Double.NaN, Double.POSITIVE_INFINITY).range()).isFalse();
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  private static ColumnSample sample(DataType type, @Nullable Object... values) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (Object value : values) {
      rows.add(Collections.singletonList(value));
    }
    return ColumnSample.of(RowPage.of(Schema.of(Column.of("v", type)), 0, rows, false)).getFirst();
  }
}

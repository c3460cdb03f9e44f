package io.qarion.app.designer.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnChangeTest {

  private static final Schema ORDERS =
      Schema.of(Column.of("id", PlainType.INTEGER), Column.of("day", PlainType.STRING));
  private static final Schema PEOPLE =
      Schema.of(Column.of("id", PlainType.INTEGER), Column.of("name", PlainType.STRING));

  @Test
  void saysWhatIsNewChangedAndGone() {
    Schema out = Schema.of(Column.of("total", PlainType.FLOAT), Column.of("day", PlainType.DATE));

    assertThat(ColumnChange.between(List.of(ORDERS, PEOPLE), out))
        .containsExactly(
            new ColumnChange("total", "float", Optional.empty(), ColumnChange.Kind.NEW),
            new ColumnChange("day", "date", Optional.of("string"), ColumnChange.Kind.KEPT),
            new ColumnChange("id", "integer", Optional.empty(), ColumnChange.Kind.GONE),
            new ColumnChange("name", "string", Optional.empty(), ColumnChange.Kind.GONE));
  }

  @Test
  void saysNothingOfChangesWhereNoInputIsKnown() {
    assertThat(ColumnChange.between(List.of(Schema.EMPTY), ORDERS))
        .extracting(ColumnChange::kind)
        .containsOnly(ColumnChange.Kind.KEPT);
    assertThat(ColumnChange.between(List.of(ORDERS), Schema.EMPTY)).isEmpty();
  }
}

package io.qarion.plugins.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expressions over the cells of a row. */
class ExpressionEvaluatorTest {

  private static final RowScope SCOPE =
      RowScope.of(
          Schema.of(
              Column.of("n", PlainType.INTEGER),
              Column.of("price", new DecimalType(10, 2)),
              Column.of("word", PlainType.STRING)),
          Map.of("least", 5L));

  @Test
  void anExpressionReadsTheCellsThatItNames() {
    assertThat(value("n * 2 + 1", 20L, null, null)).isEqualTo(41L);
    assertThat(value("price + n", 1L, new BigDecimal("2.50"), null))
        .isEqualTo(new BigDecimal("3.50"));
    assertThat(value("word || '!'", null, null, "ä")).isEqualTo("ä!");
    assertThat(value("n >= :least", 5L, null, null)).isEqualTo(true);
  }

  @Test
  void ofNullNothingIsKnownUnlessTheOtherSideDecides() {
    assertThat(value("n > 1", null, null, null)).isNull();
    assertThat(value("n > 1 AND false", null, null, null)).isEqualTo(false);
    assertThat(value("n > 1 OR true", null, null, null)).isEqualTo(true);
    assertThat(value("n IS NULL", null, null, null)).isEqualTo(true);
    assertThat(value("n + 1 IS NOT NULL", null, null, null)).isEqualTo(false);
  }

  @Test
  void whetherAColumnIsNullIsAskedWithoutItsValue() {
    RowView row =
        new RowView() {
          @Override
          public @Nullable Object value(int place) {
            throw new IllegalStateException("the value of " + place + " was read");
          }

          @Override
          public boolean isNull(int place) {
            return place == 2;
          }
        };

    assertThat(compiled("word IS NULL").isTrue(row)).isTrue();
    assertThat(compiled("n IS NOT NULL").isTrue(row)).isTrue();
  }

  @Test
  void aColumnAloneTellsItsPlaceAndOtherExpressionsTheirTypeOnly() {
    TypedEvaluation column = ExpressionEvaluator.typed(Formula.parse("price").tree(), SCOPE);
    TypedEvaluation computed = ExpressionEvaluator.typed(Formula.parse("n + 1").tree(), SCOPE);

    assertThat(column.place()).isEqualTo(OptionalInt.of(1));
    assertThat(column.type()).isEqualTo(new DecimalType(10, 2));
    assertThat(computed.place()).isEmpty();
    assertThat(computed.type()).isEqualTo(PlainType.INTEGER);
  }

  private static Evaluation compiled(String formula) {
    return ExpressionEvaluator.of(Formula.parse(formula).tree(), SCOPE);
  }

  private static @Nullable Object value(String formula, @Nullable Object... cells) {
    return compiled(formula).of(RowOf.cells(cells));
  }
}

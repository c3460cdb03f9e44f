package io.qarion.app.designer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class CellTextTest {

  @Test
  void nullIsNotEmptyText() {
    assertThat(CellText.of(null)).isEqualTo(new CellText(CellText.Kind.NULL, ""));
    assertThat(CellText.of("")).isEqualTo(new CellText(CellText.Kind.EMPTY, ""));
    assertThat(CellText.of("NULL")).isEqualTo(new CellText(CellText.Kind.VALUE, "NULL"));
  }

  @Test
  void momentsAreWrittenTheIsoWay() {
    assertThat(text(LocalDate.of(2026, 1, 31))).isEqualTo("2026-01-31");
    assertThat(text(LocalTime.of(7, 5))).isEqualTo("07:05:00");
    assertThat(text(LocalDateTime.of(2026, 1, 31, 7, 5, 1, 250_000_000)))
        .isEqualTo("2026-01-31 07:05:01.25");
  }

  @Test
  void decimalsKeepTheirDigits() {
    assertThat(text(new BigDecimal("0.0000001"))).isEqualTo("0.0000001");
    assertThat(text(new BigDecimal("12.50"))).isEqualTo("12.50");
  }

  @Test
  void bytesAreCounted() {
    assertThat(CellText.of(new byte[3])).isEqualTo(new CellText(CellText.Kind.BINARY, "3"));
  }

  @Test
  void longTextIsCutBetweenCharactersAndStandsInOneLine() {
    assertThat(text("a\nb\tc\r\nd")).isEqualTo("a⏎b⇥c⏎d");
    String cut = text("x" + "😀".repeat(400));
    assertThat(cut).endsWith("😀…").hasSizeLessThanOrEqualTo(301);
    assertThat(text("مرحبا بالعالم")).isEqualTo("مرحبا بالعالم");
  }

  @Test
  void conditionsQuoteNamesAndValues() {
    assertThat(Conditions.isEqual("first name", "O'Hara")).isEqualTo("\"first name\" = 'O''Hara'");
    assertThat(Conditions.isNull("amount")).isEqualTo("amount is null");
    assertThat(
            Conditions.isBetween("day", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), false))
        .isEqualTo("day >= date '2026-01-01' and day < date '2026-02-01'");
  }

  private static String text(Object value) {
    return CellText.of(value).text();
  }

  @Test
  void saysHowLongATextIsThatIsCut() {
    assertThat(CellText.cutFrom("x".repeat(300))).isEmpty();
    assertThat(CellText.cutFrom("🐙".repeat(301))).hasValue(301);
    assertThat(CellText.cutFrom(null)).isEmpty();
  }
}

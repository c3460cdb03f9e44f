package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleLinesTest {

  private static final int MOST = 12;

  /** Every letter is as wide as any other here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Load orders | Load orders",
        "Load all customers | Load all / customers",
        "Load all customers of the year | Load all / customers of the year",
        "customers_of_the_year | customers_ / of_the_year",
        "customers_of_year | customers_ / of_year",
        "Zusammenfassungen | Zusammenfass / ungen",
        "a Zusammenfassungen | a / Zusammenfassungen",
        "تحميل جميع العملاء | تحميل جميع / العملاء",
        "顧客の注文をすべて毎日読み込む | 顧客の注文をすべて毎日読 / み込む",
      })
  void aTitleIsBrokenWhereItMayBe(String title, String lines) {
    assertThat(String.join(" / ", TitleLines.of(title, String::length, MOST))).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"})
  void noSignIsTornApart(String title) {
    var lines = TitleLines.of(title, String::length, MOST);

    assertThat(String.join("", lines)).isEqualTo(title);
    assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).isNotEmpty());
    assertThat(lines.getLast()).doesNotStartWith("\u0301").doesNotStartWith("\u200d");
  }
}

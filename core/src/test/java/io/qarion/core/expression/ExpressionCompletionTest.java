package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ExpressionCompletion.Kind;
import io.qarion.core.expression.ExpressionCompletion.Proposal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionCompletionTest {

  private static final Schema COLUMNS =
      Schema.of(
          Column.of("amount", new DecimalType(12, 2)),
          Column.of("total_amount", PlainType.FLOAT),
          Column.of("first name", PlainType.STRING),
          Column.of("case", PlainType.STRING));

  private static ExpressionCompletion.At at(String marked) {
    int caret = marked.indexOf('|');
    String text = marked.substring(0, caret) + marked.substring(caret + 1);
    return ExpressionCompletion.at(text, caret, COLUMNS, List.of("min_amount"));
  }

  @Test
  void columnsComeFirstWithTheirTypes() {
    assertThat(at("am|").proposals())
        .startsWith(
            new Proposal(Kind.COLUMN, "amount", "decimal(12,2)", ""),
            new Proposal(Kind.COLUMN, "total_amount", "float", ""));
  }

  @Test
  void functionsComeWithSignatureAndMeaning() {
    assertThat(at("upp|").proposals())
        .singleElement()
        .satisfies(proposal -> {
          assertThat(proposal.text()).isEqualTo("upper(");
          assertThat(proposal.detail()).startsWith("upper(").endsWith(")");
          assertThat(proposal.help()).isNotBlank();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "amount > 1 AND fir|; 15; \"first name\"",
        "amount > \"fir|; 9; \"first name\"",
        "x = \"first na|; 4; \"first name\"",
        "upper(cas|; 6; \"case\"",
        "amount > :mi|; 9; :min_amount",
        "total_|amount; 0; total_amount",
      })
  void takesThePlaceOfTheWordBeforeTheCaret(String marked, int from, String first) {
    var found = at(marked);

    assertThat(found.from()).isEqualTo(from);
    assertThat(found.proposals().getFirst().text()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {"status = 'am|", "status = 'it''s am|", "zzz|"})
  void nothingFitsInsideATextOrAnUnknownWord(String marked) {
    assertThat(at(marked).proposals()).isEmpty();
  }

  @Test
  void anEmptyPlaceOffersEverythingOnce() {
    String texts =
        at("|").proposals().stream().map(Proposal::text).collect(Collectors.joining(" "));

    assertThat(texts).startsWith("amount total_amount \"first name\" \"case\" :min_amount ");
    assertThat(texts).contains("coalesce(", "IS NOT NULL");
  }
}

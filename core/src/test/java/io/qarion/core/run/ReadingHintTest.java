package io.qarion.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.BadRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingHintTest {

  private static final Schema COLUMNS =
      Schema.of(Column.of("amount", PlainType.FLOAT), Column.of("day", PlainType.DATE));
  private static final Set<String> OPTIONS =
      Set.of("decimal", "thousands", "date_format", "null_values");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amount; 1,5 2,75 x; decimal , 2",
        "amount; 1,234,567.5; thousands , 1",
        "amount; 1.234,50; decimal , 1|thousands . 1",
        "day; 24.12.2018 25.12.2018; date_format dd.MM.yyyy 2",
        "day; 12/24/2018 12/25/2018 01/02/2018; date_format MM/dd/yyyy 3",
        "day; 20181224; date_format yyyyMMdd 1",
        "amount; abc; ''",
      })
  void theLookOfValuesSaysWhatWouldHelp(String column, String values, String hints) {
    assertThat(
            ReadingHint.of(bad(column, values.split(" ")), COLUMNS, OPTIONS).stream()
                .map(hint -> hint.option() + " " + hint.value() + " " + hint.records()))
        .containsExactlyInAnyOrder(hints.isEmpty() ? new String[0] : hints.split("[|]"));
  }

  @Test
  void wordsForNoValueAreOfferedTogetherAndBlankTextStaysOne() {
    assertThat(ReadingHint.of(bad("amount", "NA", "-", "NA"), COLUMNS, OPTIONS))
        .containsExactly(new ReadingHint("null_values", List.of("", "-", "NA"), 3));
  }

  @Test
  void whatTheReaderHasNoOptionForIsNotOffered() {
    assertThat(ReadingHint.of(bad("amount", "1,5", "NA"), COLUMNS, Set.of("sheet"))).isEmpty();
  }

  private static List<BadRecord> bad(String column, String... values) {
    return Arrays.stream(values)
        .map(value -> new BadRecord("f.csv", 1, column, "not of this type", value))
        .toList();
  }
}

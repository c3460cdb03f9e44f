package io.qarion.app.designer.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.control.Proposal;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.toml.TomlPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldProposalsTest {

  private static final Schema COLUMNS =
      Schema.of(
          Column.of("order_id", PlainType.INTEGER),
          Column.of("id", PlainType.INTEGER),
          Column.of("status", PlainType.STRING));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COLUMN; i|; 0; id order_id",
        "COLUMNS; status, o|; 8; order_id",
        "ORDER; status desc,id|; 12; id order_id",
        "PAIRS; id = st|; 5; status",
        "NEW_NAME; |; 0; order_id id status",
        "EXPRESSION; coalesce(sta|; 9; status",
        "TEXT; fi|; 0; first_set",
        "NUMBER; 1|; 0; ''",
      })
  void proposesWhatFitsTheItemBeforeTheCaret(
      Field.Kind kind, String marked, int from, String texts) {
    int caret = marked.indexOf('|');
    var field =
        new Field(
            TomlPath.of("f"),
            "F",
            kind,
            "",
            "",
            "",
            new Field.Known(List.of("first_set", "other_set"), COLUMNS),
            "",
            Field.Shared.NOTHING);

    var found = FieldProposals.at(field, marked.replace("|", ""), caret);

    assertThat(found.from()).isEqualTo(from);
    assertThat(found.items().stream().map(Proposal::text).limit(3).toList())
        .startsWith(
            Arrays.stream(texts.split(" ")).filter(text -> !text.isEmpty()).toArray(String[]::new));
  }
}

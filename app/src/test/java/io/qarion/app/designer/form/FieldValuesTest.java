package io.qarion.app.designer.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValuesTest {

  private static final TomlDocument DOCUMENT =
      TomlDocument.parse("f.toml", "# head\nname = \"a\"  # note\n[config]\nrows = 3\n");

  @ParameterizedTest
  @CsvSource({
    "TEXT, b, 'name = \"b\"  # note'",
    "NUMBER, 12, 'name = 12  # note'",
    "NUMBER, 1.5, 'name = 1.5  # note'",
    "FLAG, true, 'name = true  # note'",
    "LIST, 'a, b ,,c', 'name = [\"a\", \"b\", \"c\"]  # note'",
    "ORDER, 'a desc, b', 'name = [\"a desc\", \"b\"]  # note'",
    "PAIRS, 'id = order_id,a=b', 'name = [[\"id\", \"order_id\"], [\"a\", \"b\"]]  # note'",
    "EXPRESSION, a > 1, 'name = \"a > 1\"  # note'",
  })
  void aValueIsWrittenAsItsKind(Field.Kind kind, String text, String line) {
    assertThat(FieldValues.write(DOCUMENT, field("name", kind), text).text())
        .isEqualTo("# head\n" + line + "\n[config]\nrows = 3\n");
  }

  @Test
  void anEmptyValueTakesTheSettingOut() {
    assertThat(FieldValues.write(DOCUMENT, field("name", Field.Kind.TEXT), " ").text())
        .doesNotContain("name");
    assertThat(FieldValues.write(DOCUMENT, field("other", Field.Kind.TEXT), "")).isSameAs(DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW_EXPRESSION, total, 'total = \"null\"'",
    "NEW_TYPE, total, 'total = \"string\"'",
    "NEW_NAME, total, 'total = \"total\"'",
    "NEW_NAME, first name, '\"first name\" = \"first name\"'",
  })
  void aNewEntryIsAddedToItsTable(Field.Kind kind, String name, String line) {
    assertThat(FieldValues.write(DOCUMENT, field("config", kind), name).text())
        .isEqualTo(DOCUMENT.text() + line + "\n");
    assertThat(FieldValues.write(DOCUMENT, field("config", kind), "rows")).isSameAs(DOCUMENT);
    assertThat(FieldValues.write(DOCUMENT, field("config", kind), " ")).isSameAs(DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "absent, 5, 'absent = 5'",
    "absent, -1.5, 'absent = -1.5'",
    "absent, true, 'absent = true'",
    "absent, 5 days, 'absent = \"5 days\"'",
    "digits, 8, 'digits = \"8\"'",
    "begun, -5, 'begun = -5'",
    "whole, none, 'whole = \"none\"'",
  })
  void aValueOfAnyKindIsWhatItLooksLikeUnlessItsDigitsAreText(
      String key, String text, String line) {
    TomlDocument document = TomlDocument.parse("f", "digits = \"7\"\nbegun = \"-\"\nwhole = 1\n");

    assertThat(FieldValues.write(document, field(key, Field.Kind.VALUE), text).text())
        .contains(line + "\n");
  }

  @Test
  void aFurtherEntryComesLastInItsList() {
    TomlPath list = TomlPath.of("config", "checks");
    TomlDocument one = FieldValues.write(DOCUMENT, entry(list.index(0)), "range");
    TomlDocument two = FieldValues.write(one, entry(list.index(1)), "type");

    assertThat(two.text())
        .isEqualTo(
            DOCUMENT.text()
                + "[[config.checks]]\ncheck_type = \"range\"\n"
                + "[[config.checks]]\ncheck_type = \"type\"\n");
  }

  private static Field entry(TomlPath entry) {
    return new Field(
        entry.key("check_type"),
        "",
        Field.Kind.NEW_ENTRY,
        "",
        "",
        "",
        Field.Known.NOTHING,
        "",
        Field.Shared.NOTHING);
  }

  @Test
  void onlyPairsFitPairs() {
    assertThat(FieldValues.isValid(field("name", Field.Kind.PAIRS), "a = b, c = d")).isTrue();
    assertThat(FieldValues.isValid(field("name", Field.Kind.PAIRS), "a = b, c")).isFalse();
    assertThat(FieldValues.isValid(field("name", Field.Kind.PAIRS), "a = b = c")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"a\"]', COLUMNS, true",
    "'\"a\"', COLUMNS, true",
    "'[{ name = \"a\" }]', COLUMNS, false",
    "'[[\"a\", \"b\"]]', PAIRS, true",
    "'[[\"a\"]]', PAIRS, false",
    "5, EXPRESSION, true",
    "'[\"a\"]', EXPRESSION, false",
    "'{ a = \"b\" }', NEW_TYPE, true",
  })
  void onlyWhatAFieldCanShowFitsIt(String toml, Field.Kind kind, boolean fits) {
    var node = TomlDocument.parse("f", "v = " + toml + "\n").find(TomlPath.of("v"));

    assertThat(FieldValues.fits(kind, node.orElseThrow().value())).isEqualTo(fits);
  }

  @Test
  void onlyNumbersFitANumber() {
    assertThat(FieldValues.isValid(field("name", Field.Kind.NUMBER), "twelve")).isFalse();
    assertThat(FieldValues.isValid(field("name", Field.Kind.NUMBER), "1e99")).isFalse();
    assertThat(FieldValues.isValid(field("name", Field.Kind.NUMBER), " ")).isTrue();
    assertThat(FieldValues.isValid(field("name", Field.Kind.TEXT), "twelve")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"x\"', TEXT, x",
    "3, NUMBER, 3",
    "2.5, NUMBER, 2.5",
    "false, FLAG, false",
    "'[\"a\", \"b\"]', LIST, 'a, b'",
    "2026-01-02, , 2026-01-02",
    "'{ a = 1 }', , ''",
    "'[1, 2]', , '1, 2'",
    "'[[\"a\", \"b\"], [\"c\", \"d\"]]', , 'a = b, c = d'",
  })
  void aValueIsShownByWhatItIs(String toml, Field.Kind kind, String text) {
    var node = TomlDocument.parse("f", "v = " + toml + "\n").find(TomlPath.of("v"));

    assertThat(FieldValues.kind(node.orElseThrow().value()).orElse(null)).isEqualTo(kind);
    assertThat(FieldValues.text(node)).isEqualTo(text);
  }

  private static Field field(String key, Field.Kind kind) {
    return new Field(
        TomlPath.of(key), key, kind, "", "", "", Field.Known.NOTHING, "", Field.Shared.NOTHING);
  }
}

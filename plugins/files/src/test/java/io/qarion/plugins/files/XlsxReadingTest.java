package io.qarion.plugins.files;

import static io.qarion.plugins.files.MadeWorkbook.number;
import static io.qarion.plugins.files.MadeWorkbook.row;
import static io.qarion.plugins.files.MadeWorkbook.texts;
import static io.qarion.plugins.files.MadeWorkbook.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells are, one thing at a time. */
class XlsxReadingTest {

  private static final String[] FORMATS = {
    "yyyy\\-mm\\-dd", "[$-409]d/m/yy h:mm AM/PM;@", "[h]:mm:ss", "0.00\" days\"", "[Red]#,##0.00"
  };

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("in.xlsx");
  }

  @Test
  void everyKindOfCellIsReadAsWhatItHolds() throws IOException {
    MadeWorkbook.of(
            texts(1, "shared", "inline", "number", "flag", "formula", "error", "empty")
                + row(
                    2,
                    typed("A2", "s", "1"),
                    "<c r=\"B2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\">"
                        + " line</t></r></is></c>",
                    number("C2", "1.5E2", 0),
                    typed("D2", "b", "1"),
                    "<c r=\"E2\" t=\"str\"><f>A1&amp;B1</f><v>a_x000D_b</v></c>",
                    "<c r=\"F2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                    "<c r=\"G2\" s=\"4\"/>")
                + row(
                    3,
                    typed("A3", "s", "0"),
                    "<c r=\"C3\"><f>C2/4</f><v>37.5</v></c>",
                    typed("D3", "b", "0"),
                    "<c r=\"E3\" t=\"str\"><f>\"\"</f><v></v></c>",
                    "<c r=\"F3\"><f>SUM(C2:C3)</f><v></v></c>"))
        .texts(
            "<t>one</t>",
            "<r><t>t</t></r><r><rPr><b/></rPr><t>wo</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>")
        .write(file);

    assertThat(Reading.xlsx(folder).rows(file))
        .containsExactly(
            "two|in line|150.0|true|a\rb|!#DIV/0!|null",
            "one|null|37.5|false||!a formula whose value is not stored|null");
    assertThat(types())
        .containsExactly(
            PlainType.STRING,
            PlainType.STRING,
            PlainType.FLOAT,
            PlainType.BOOLEAN,
            PlainType.STRING,
            PlainType.STRING);
  }

  @Test
  void namesAreMadeWhereThereAreNoneAndMadeUnique() throws IOException {
    MadeWorkbook.of(
            row(
                    1,
                    typed("B1", "str", "a"),
                    typed("C1", "str", " A "),
                    number("D1", "2020", 0),
                    typed("G1", "str", "a"))
                + row(2, number("E2", "1", 0), number("H2", "2", 0)))
        .write(file);

    assertThat(Reading.xlsx(folder).sniffed(file).names())
        .containsExactly("a", "A_1", "2020", "column3", "column4", "a_2", "column6");
    assertThat(Reading.xlsx(folder).rows(file)).containsExactly("null|null|null|1|null|null|2");
  }

  @Test
  void datesAreKnownByTheirFormat() throws IOException {
    MadeWorkbook.of(
            texts(1, "day", "moment", "time", "days", "amount")
                + row(
                    2,
                    number("A2", "46027", 1),
                    number("B2", "46027.4166666667", 2),
                    number("C2", "0.5", 3),
                    number("D2", "46027", 4),
                    number("E2", "46027.5", 5)))
        .formats(FORMATS)
        .write(file);

    assertThat(types())
        .containsExactly(
            PlainType.DATE,
            PlainType.TIMESTAMP,
            PlainType.TIME,
            PlainType.INTEGER,
            PlainType.FLOAT);
    assertThat(Reading.xlsx(folder).rows(file))
        .containsExactly("2026-01-05|2026-01-05T10:00|12:00|46027|46027.5");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1900-01-01",
    "59, 1900-02-28",
    "61, 1900-03-01",
    "2958465, 9999-12-31",
    "60, !60",
    "0, !0",
    "-1, !-1",
    "2958466, !2958466",
    "20260105, !20260105",
    "46027.25, !2026-01-05 06:00:00",
  })
  void aDeclaredDateIsMadeOfAnyNumber(String stored, String date) throws IOException {
    MadeWorkbook.of(texts(1, "a") + row(2, number("A2", stored, 0))).write(file);

    assertThat(declared(PlainType.DATE)).containsExactly(date);
  }

  @Test
  void daysMayCountFrom1904() throws IOException {
    MadeWorkbook.of(texts(1, "a") + row(2, number("A2", "0", 1)) + row(3, number("A3", "44565", 1)))
        .formats(FORMATS)
        .from1904()
        .write(file);

    assertThat(Reading.xlsx(folder).rows(file)).containsExactly("1904-01-01", "2026-01-05");
  }

  @Test
  void numbersThatDoNotFitTheirDeclaredTypeAreBad() throws IOException {
    writeMixed();

    assertThat(declared(PlainType.INTEGER))
        .containsExactly(
            "12",
            "!0.3",
            "7",
            "!true",
            "!46027.5",
            "!#N/A",
            "12345678901234567",
            "!x",
            "!2026-01-05");
    assertThat(declared(new DecimalType(18, 2)))
        .startsWith("12.00", "0.30", "7.00")
        .contains("46027.50", "!#N/A");
    assertThat(declared(PlainType.FLOAT)).startsWith("12.0", "0.30000000000000004", "7.0");
  }

  @Test
  void declaredTextAndMomentsAreMadeOfWhatCellsShow() throws IOException {
    writeMixed();

    assertThat(declared(PlainType.STRING))
        .containsExactly(
            "12",
            "0.3",
            "007",
            "true",
            "2026-01-05 12:00:00",
            "!#N/A",
            "12345678901234567",
            "!x",
            "2026-01-05");
    assertThat(declared(PlainType.TIMESTAMP).get(4)).isEqualTo("2026-01-05T12:00");
    assertThat(declared(PlainType.DATE).getLast()).isEqualTo("2026-01-05");
  }

  private void writeMixed() throws IOException {
    MadeWorkbook.of(
            texts(1, "a")
                + row(2, number("A2", "12", 0))
                + row(3, number("A3", "0.30000000000000004", 0))
                + row(4, typed("A4", "str", "007"))
                + row(5, typed("A5", "b", "1"))
                + row(6, number("A6", "46027.5", 1))
                + row(7, typed("A7", "e", "#N/A"))
                + row(8, number("A8", "12345678901234567", 0))
                + row(9, number("A9", "x", 0))
                + row(10, typed("A10", "d", "2026-01-05T00:00:00.000")))
        .formats("yyyy-mm-dd hh:mm")
        .write(file);
  }

  @Test
  void emptyRowsAreNoRecords() throws IOException {
    MadeWorkbook.of(
            row(1, "<c r=\"A1\" s=\"1\"/>")
                + texts(3, "a", "b")
                + row(4, number("B4", "1", 0))
                + "<row r=\"5\"/>"
                + row(9, number("A9", "2", 0))
                + row(10, "<c r=\"A10\" s=\"1\"/>")
                + "<row r=\"1048576\"/>")
        .write(file);

    assertThat(Reading.xlsx(folder).rows(file)).containsExactly("null|1", "2|null");
  }

  @Test
  void textsMayBeLongAndFullOfEntities() throws IOException {
    MadeWorkbook.of(texts(1, "a") + texts(2, "&amp;&lt;&#x20ac;&#128512;".repeat(6_000)))
        .write(file);

    assertThat(Reading.xlsx(folder).rows(file)).containsExactly("&<€😀".repeat(6_000));
  }

  @Test
  void placesMayBeLeftOut() throws IOException {
    MadeWorkbook.of(
            "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>"
                + "<row><c/><c><v>1</v></c></row><row><c><v>2</v></c></row>")
        .write(file);

    assertThat(Reading.xlsx(folder).rows(file)).containsExactly("null|1", "2|null");
  }

  @Test
  void theFirstVisibleSheetIsTaken() throws IOException {
    new MadeWorkbook()
        .sheet("secret", "hidden", texts(1, "a"))
        .sheet("Shown", "visible", texts(1, "b"))
        .write(file);

    assertThat(Reading.xlsx(folder).sniffed(file).names()).containsExactly("b");
    assertThat(Reading.xlsx(folder).with("sheet", "SECRET").sniffed(file).names())
        .containsExactly("a");
    assertThat(Reading.xlsx(folder).decisions(file))
        .startsWith("sheet = Shown, of: secret (hidden), Shown");
  }

  @Test
  void aRangeKeepsWhatStandsAroundItOut() throws IOException {
    MadeWorkbook.of(
            texts(1, "Title")
                + texts(2, "x", "a", "b", "c")
                + row(3, number("A3", "9", 0), number("B3", "1", 0), number("D3", "3", 0))
                + row(4, number("B4", "2", 0))
                + texts(5, "total", "5"))
        .write(file);

    assertThat(ranged("B2:C4")).containsExactly("a, b", "1|null", "2|null");
    assertThat(ranged("$B$2:$D4")).containsExactly("a, b, c", "1|null|3", "2|null|null");
    assertThat(ranged("B2:D")).containsExactly("a, b, c", "1|null|3", "2|null|null", "5|null|null");
    assertThat(Reading.xlsx(folder).with("header", 2L).rows(file))
        .containsExactly("9|1|null|3", "null|2|null|null", "total|5|null|null");
  }

  @Test
  void theRowOfTheNamesMayBeEmptyOrStandAboveTheRange() throws IOException {
    MadeWorkbook.of(
            texts(1, "a", "b")
                + texts(2, "text")
                + row(4, number("A4", "1", 0), number("B4", "2", 0))
                + row(5, number("A5", "3", 0)))
        .write(file);

    assertThat(Reading.xlsx(folder).with("header", 3L).sniffed(file).columns())
        .containsExactly(
            Column.of("column0", PlainType.INTEGER), Column.of("column1", PlainType.INTEGER));
    assertThat(Reading.xlsx(folder).with("header", 3L).rows(file)).containsExactly("1|2", "3|null");
    assertThat(Reading.xlsx(folder).with("header", 1L).with("range", "A4:B4").sniffed(file).names())
        .containsExactly("a", "b");
    assertThat(Reading.xlsx(folder).with("header", 1L).with("range", "A4:B4").rows(file))
        .containsExactly("1|2");
  }

  @Test
  void aValueBesideTheColumnsIsNeverPassedOver() throws IOException {
    var rows = new StringBuilder(texts(1, "a", "b"));
    for (int i = 2; i < 20_490; i++) {
      rows.append(row(i, number("A" + i, "1", 0)));
    }
    MadeWorkbook.of(rows + row(20_490, number("D20490", "4", 0))).write(file);

    assertThatThrownBy(() -> Reading.xlsx(folder).rows(file))
        .hasMessage(
            "in.xlsx: Cell D20490 of sheet 'Sheet1' stands beside columns A to B, which hold its"
                + " first rows. State which columns are read, such as range = \"A:D\".");
    assertThatThrownBy(() -> Reading.xlsx(folder).with("range", "A:XFD").rows(file))
        .hasMessageContaining("Cell D20490 of sheet 'Sheet1' stands beside columns A to B");
    assertThat(Reading.xlsx(folder).with("range", "A:D").rows(file)).hasSize(20_489);
    assertThat(Reading.xlsx(folder).with("range", "A:C").rows(file)).hasSize(20_488);
  }

  private List<String> ranged(String range) {
    var rows = new ArrayList<String>();
    rows.add(String.join(", ", Reading.xlsx(folder).with("range", range).sniffed(file).names()));
    rows.addAll(Reading.xlsx(folder).with("range", range).rows(file));
    return rows;
  }

  private List<String> declared(DataType type) {
    return Reading.xlsx(folder).declared(Column.of("a", type)).rows(file);
  }

  private List<DataType> types() {
    return Reading.xlsx(folder).sniffed(file).columns().stream()
        .<DataType>map(Column::type)
        .limit(6)
        .toList();
  }
}

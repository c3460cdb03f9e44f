package io.qarion.plugins.files;

import static io.qarion.plugins.files.MadeWorkbook.number;
import static io.qarion.plugins.files.MadeWorkbook.row;
import static io.qarion.plugins.files.MadeWorkbook.texts;
import static io.qarion.plugins.files.MadeWorkbook.typed;
import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no table in a workbook is refused with its place, a reason and a way out. */
class XlsxRefusalTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("in.xlsx");
  }

  @Test
  void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
    Files.writeString(file, "a,b\n1,2\n");
    assertThat(refusal())
        .isEqualTo(
            "in.xlsx: The file is no workbook. Write format = with what it is, such as \"csv\","
                + " or save it as .xlsx.");

    Files.write(file, new byte[0]);
    assertThat(refusal()).startsWith("in.xlsx: The file is empty.");

    Files.delete(file);
    assertThat(refusal()).startsWith("in.xlsx: The file can't be read: there is no '");
  }

  @Test
  void anEncryptedWorkbookIsToldFromAnOldOne() throws IOException {
    byte[] old = new byte[4_096];
    System.arraycopy(
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        },
        0,
        old,
        0,
        8);
    Files.write(file, old);
    assertThat(refusal()).contains("old Excel workbook (.xls). Save it as .xlsx or CSV.");

    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, old, 3_000, name.length);
    Files.write(file, old);
    assertThat(refusal())
        .isEqualTo(
            "in.xlsx: The workbook is encrypted. Open it with its password and save it without"
                + " one.");
  }

  @Test
  void otherArchivesAreNoWorkbooks() throws IOException {
    new MadeWorkbook().part("xl/workbook.xml", "<document/>").write(file);
    assertThat(refusal()).startsWith("in.xlsx: The file is an archive, but no workbook.");

    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertThat(refusal()).startsWith("in.xlsx: The file is an archive, but no workbook.");

    new MadeWorkbook()
        .part(
            "_rels/.rels",
            "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/>"
                + "</Relationships>")
        .write(file);
    assertThat(refusal()).contains("binary workbook (.xlsb)");
  }

  @Test
  void aDamagedArchiveIsNeverReadAsOtherValues() throws IOException {
    MadeWorkbook.of(texts(1, "a") + row(2, number("A2", "4711", 0))).write(file);
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal()).startsWith("in.xlsx: The workbook is damaged: its archive can't be");

    // A changed checksum stands for changed bytes that can still be unpacked.
    for (int at = 0; at < whole.length - 4; at++) {
      if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1 && whole[at + 3] == 2) {
        byte[] changed = whole.clone();
        changed[at + 16] ^= 1;
        Files.write(file, changed);
        assertThat(refusal()).contains("is not what was packed, its checksum is another one");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<row r='2'/><row r='1'><c r='A1'/></row>; row 1 follows row 2",
        "<row r='x'/>; a row has the number 'x'",
        "<row r='9999999999'/>; a row has the number '9999999999'",
        "<row r='1'><c r='AAAAAAA1'><v>1</v></c></row>; a cell of row 1 is called 'AAAAAAA1'",
        "<row r='1'><c r='ZZZ1'><v>1</v></c></row>; the cells of row 1 are not in their order",
        "<row r='1'><c r='B1'/><c r='A1'/></row>; the cells of row 1 are not in their order",
        "<row r='1'><c r='A2'><v>1</v></c></row>; a cell of row 1 is called 'A2'",
        "<row r='1'><c r='1'><v>1</v></c></row>; a cell of row 1 is called '1'",
        "<row r='1'><c r='A1' t='q'><v>1</v></c></row>; cell A1 is of the unknown type 'q'",
        "<row r='1'><c r='A1' t='s'><v>7</v></c></row>; a cell refers to text 7, which is not"
            + " there",
        "<row r='1'><c r='A1' t='s'><v>-7</v></c></row>; a cell refers to text '-7'",
        "<row r='1'><c r='A1'><v>1</v></row>; xl/worksheets/sheet1.xml can't be read, Unexpected"
            + " end tag: expected </c>",
        "<row r='1'>&x~</row>; xl/worksheets/sheet1.xml can't be read, ",
      })
  void aSheetOutOfOrderIsDamaged(String rows, String reason) throws IOException {
    MadeWorkbook.of(rows).write(file);

    assertThat(refusal()).startsWith("in.xlsx: The workbook is damaged: " + reason);
  }

  @Test
  void whatASheetLacksIsToldWithWhatThereIs() throws IOException {
    new MadeWorkbook()
        .sheet("Orders", "visible", texts(1, "a"))
        .sheet("Empty", "visible", "")
        .write(file);

    assertThat(refusal("sheet", "Order"))
        .isEqualTo(
            "sheet: in.xlsx has no sheet 'Order'; its sheets are Orders, Empty. Did you mean"
                + " 'Orders'?");
    assertThat(refused("sheet", "Order").problems().getFirst().quickFixes())
        .isEqualTo(List.of(new QuickFix.Replace("sheet", "Order", "Orders")));
    assertThat(refusal("sheet", 3L))
        .isEqualTo(
            "sheet: in.xlsx has no sheet 3; its sheets are Orders, Empty. Write the name of one of"
                + " them, or its number from 1.");
    assertThat(refusal("sheet", "Empty"))
        .isEqualTo(
            "in.xlsx: Sheet 'Empty' is empty. State another sheet or range; the sheets are Orders,"
                + " Empty.");
    assertThat(refusal("range", "F1:G9"))
        .startsWith("in.xlsx: Sheet 'Orders' holds nothing in the stated range.");
    assertThat(refusal("header", 0L)).startsWith("header: A sheet has no row 0.");
    assertThat(refusal("header", "yes")).startsWith("header: 'header' must be true or false.");
  }

  @Test
  void aCellThatWentAstrayMakesNoTableOfAllColumns() throws IOException {
    MadeWorkbook.of(texts(1, "a") + row(2, number("XFD2", "1", 0))).write(file);

    assertThat(refusal())
        .isEqualTo(
            "in.xlsx: The cells of sheet 'Sheet1' that hold something reach from column A to XFD."
                + " State which columns are read, such as range = \"A:F\".");
    assertThat(Reading.xlsx(folder).with("range", "A:F").rows(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "B3", "B3-F20", "F:B", "B9:F3", "A0:B2", "AAAA:B", "A:XFE", "1:3"})
  void whatIsNoRangeIsSaidToBeNone(String range) throws IOException {
    MadeWorkbook.of(texts(1, "a")).write(file);

    assertThat(refusal("range", range))
        .isEqualTo(
            "range: '%s' is no range of cells. Write it like B3:F20, B3:F or B:F."
                .formatted(range));
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() throws IOException {
    MadeWorkbook.of(texts(1, "a") + " ".repeat(40 << 20)).write(file);
    assertThat(refusal())
        .startsWith("in.xlsx: The workbook is refused: xl/worksheets/sheet1.xml, packed into ");

    MadeWorkbook.of(typed("A1", "str", "x".repeat(5 << 20))).write(file);
    assertThat(refusal()).contains("a text in xl/worksheets/sheet1.xml has more than 4 million");

    MadeWorkbook.of(row(1, typed("A1", "str", "x<!-- -->".repeat(1_100_000)))).write(file);
    assertThat(refusal()).contains("has more than a million signs");

    MadeWorkbook.of("<x>".repeat(200_000)).write(file);
    assertThat(refusal()).startsWith("in.xlsx: The workbook is damaged: xl/worksheets/sheet1.xml");
  }

  @Test
  void entitiesAreNotExpanded() throws IOException {
    MadeWorkbook.of(texts(1, "a"))
        .part(
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;&f;</v></c></row>"
                + "</sheetData></worksheet>")
        .write(file);

    assertThat(refusal()).startsWith("in.xlsx: The workbook is damaged: ");
  }

  private String refusal(Object... options) {
    return refused(options).text();
  }

  private QarionException refused(Object... options) {
    var reading = Reading.xlsx(folder);
    if (options.length > 0) {
      reading.with((String) options[0], options[1]);
    }
    long start = System.nanoTime();
    try {
      reading.values(file);
    } catch (QarionException e) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      return e;
    }
    throw new AssertionError("nothing was refused");
  }
}

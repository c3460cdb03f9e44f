package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that spreadsheet programs have written. */
class XlsxSamplesTest {

  private static final Path CLIPPY = Reading.sample("readxl/clippy.xlsx");
  private static final Path GEOMETRY = Reading.sample("readxl/geometry.xlsx");
  private static final Path DATASETS = Reading.sample("readxl/datasets.xlsx");

  @TempDir private Path folder;

  @Test
  void aSheetOfSeveralKindsIsReadAsText() {
    assertThat(Reading.xlsx(folder).sniffed(CLIPPY).columns())
        .containsExactly(Column.of("name", PlainType.STRING), Column.of("value", PlainType.STRING));
    assertThat(Reading.xlsx(folder).decisions(CLIPPY))
        .startsWith("sheet = list-column, of: list-column, two-row-header")
        .contains("'value' is text: its cells are of several kinds.");
    assertThat(Reading.xlsx(folder).rows(CLIPPY))
        .containsExactly(
            "Name|Clippy",
            "Species|paperclip",
            "Approx date of death|2007-01-01",
            "Weight in grams|0.9");
  }

  @Test
  void anotherSheetIsReadByItsNameOrNumber() {
    var byName =
        Reading.xlsx(folder).with("sheet", "two-row-header").with("header", 2L).rows(CLIPPY);

    assertThat(byName).containsExactly("Clippy|paperclip|2007-01-01|0.9");
    assertThat(Reading.xlsx(folder).with("sheet", 2L).with("header", 2L).rows(CLIPPY))
        .isEqualTo(byName);
  }

  @Test
  void theUsedAreaNeedNotBeginInTheFirstCell() {
    assertThat(Reading.xlsx(folder).sniffed(GEOMETRY).names()).containsExactly("B3", "C3", "D3");
    assertThat(Reading.xlsx(folder).rows(GEOMETRY))
        .containsExactly("B4|C4|D4", "B5|C5|D5", "B6|C6|D6");
    assertThat(Reading.xlsx(folder).with("range", "C4:D5").with("header", false).rows(GEOMETRY))
        .containsExactly("C4|D4", "C5|D5");
    assertThat(Reading.xlsx(folder).with("range", "c:d").rows(GEOMETRY))
        .containsExactly("C4|D4", "C5|D5", "C6|D6");
  }

  @Test
  void numbersHaveTheTypesOfTheirValues() {
    var reading = Reading.xlsx(folder).with("sheet", "mtcars");

    assertThat(reading.sniffed(DATASETS).columns())
        .startsWith(
            Column.of("mpg", PlainType.FLOAT),
            Column.of("cyl", PlainType.INTEGER),
            Column.of("disp", PlainType.FLOAT),
            Column.of("hp", PlainType.INTEGER));
    assertThat(reading.rows(DATASETS))
        .hasSize(32)
        .startsWith("21.0|6|160.0|110|3.9|2.62|16.46|0|1|4|4");
  }

  @Test
  void aSheetThatIsNotThereIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> Reading.xlsx(folder).with("sheet", "mtcar").open(DATASETS))
        .isInstanceOf(QarionException.class)
        .hasMessage(
            "sheet: datasets.xlsx has no sheet 'mtcar'; its sheets are iris, mtcars, chickwts,"
                + " quakes. Did you mean 'mtcars'?");
    assertThatThrownBy(() -> Reading.xlsx(folder).with("sheet", 5L).open(DATASETS))
        .hasMessageContaining("has no sheet 5;");
  }

  @Test
  void anOldWorkbookIsRefusedByItsName() {
    assertThatThrownBy(() -> Reading.xlsx(folder).open(Reading.sample("readxl/clippy.xls")))
        .hasMessage(
            "clippy.xls: The file is an old Excel workbook (.xls). Save it as .xlsx or CSV.");
  }
}

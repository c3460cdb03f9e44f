package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.DuckDbSettings;
import io.qarion.plugins.duckdb.RunningStatements;
import io.qarion.plugins.files.xlsx.XlsxExporterPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxExportTest {

  private static final Column[] COLUMNS = {
    Column.of("a", PlainType.INTEGER),
    Column.of("b", new DecimalType(12, 2)),
    Column.of("c", PlainType.FLOAT),
    Column.of("d", PlainType.BOOLEAN),
    Column.of("e", PlainType.DATE),
    Column.of("f", PlainType.TIME),
    Column.of("g", PlainType.TIMESTAMP),
    Column.of("h", PlainType.STRING)
  };

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("out.xlsx");
  }

  @Test
  void whatAWorkbookCanHoldComesBackEqualWithItsTypes() throws IOException {
    List<Problem> notes =
        write(
            """
            (VALUES (1, 1.50::DECIMAL(12,2), 2.5::DOUBLE, true, DATE '2026-01-05', TIME '10:00:00',
              TIMESTAMP '2026-01-05 10:00:00.123456', 'x'),
            (-999999999999999, -0.01, 1e300, false, DATE '1900-03-01', TIME '23:59:59.123456',
              TIMESTAMP '9999-12-31 23:59:59', E' a,"b"\\r\\n;''\\t '),
            (3, NULL, 0.1, NULL, NULL, NULL, NULL, ''),
            (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (5, NULL, NULL, NULL, NULL, NULL, NULL, E'Ü€😀 =1+1 _x0041_ \\x01<&>'))
            AS t(a, b, c, d, e, f, g, h)\
            """,
            COLUMNS);

    assertThat(notes).isEmpty();
    assertThat(Reading.xlsx(folder).declared(COLUMNS).rows(file))
        .containsExactly(
            "1|1.50|2.5|true|2026-01-05|10:00|2026-01-05T10:00:00.123456|x",
            "-999999999999999|-0.01|1.0E300|false|1900-03-01|23:59:59.123456"
                + "|9999-12-31T23:59:59| a,\"b\"\r\n;'\t ",
            "3|null|0.1|null|null|null|null|",
            "4|null|null|null|null|null|null|null",
            "5|null|null|null|null|null|null|Ü€😀 =1+1 _x0041_ \u0001<&>");
    assertThat(Reading.xlsx(folder).sniffed(file).columns().stream().<DataType>map(Column::type))
        .containsExactly(
            PlainType.INTEGER,
            PlainType.FLOAT,
            PlainType.FLOAT,
            PlainType.BOOLEAN,
            PlainType.DATE,
            PlainType.TIME,
            PlainType.TIMESTAMP,
            PlainType.STRING);
  }

  @Test
  void whatItWouldChangeIsWrittenAsTextAndCounted() throws IOException {
    Column[] columns = {
      COLUMNS[0], Column.of("b", new DecimalType(38, 20)), COLUMNS[2], COLUMNS[4], COLUMNS[6]
    };
    List<Problem> notes =
        write(
            """
            (VALUES (1000000000000000, 1.23456789012345678901::DECIMAL(38,20), 'nan'::DOUBLE,
              DATE '1900-02-28', TIMESTAMP '9999-12-31 23:59:59.123456'),
            (-9223372036854775807, 1.5, '-inf'::DOUBLE, DATE '0001-01-01',
              TIMESTAMP '2026-01-05 10:00:00.000001'))
            AS t(a, b, c, e, g)\
            """,
            columns);

    assertThat(notes)
        .extracting(Problem::toString)
        .containsExactly(
            "9 values are text in the workbook, which as a number or date would change them:"
                + " column 'a', column 'b', column 'c', column 'e', column 'g'."
                + " It keeps 15 digits, and days from 1 March 1900 on.");
    assertThat(Reading.xlsx(folder).declared(columns).rows(file))
        .containsExactly(
            "1000000000000000|1.23456789012345678901|NaN|1900-02-28|9999-12-31T23:59:59.123456",
            "-9223372036854775807|1.50000000000000000000|-Infinity|0001-01-01"
                + "|2026-01-05T10:00:00.000001");
  }

  @Test
  void namesStandBoldInAFrozenRowOfTheNamedSheet() throws IOException {
    write("(SELECT 1 AS a)", Map.of("sheet", "Päid & more"), Column.of("a", PlainType.INTEGER));

    assertThat(part("xl/workbook.xml")).contains("name=\"P&#xe4;id &amp; more\"");
    assertThat(part("xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"", "<c r=\"A1\" s=\"1\"", "<c r=\"A2\" t=\"n\"");
    assertThat(part("xl/styles.xml")).contains("<b/>");
    assertThat(Reading.xlsx(folder).with("sheet", "Päid & more").rows(file)).containsExactly("1");
  }

  @Test
  void textThatLooksLikeAFormulaIsText() throws IOException {
    write("(SELECT '=1+1' AS a)", Column.of("a", PlainType.STRING));

    assertThat(part("xl/worksheets/sheet1.xml")).doesNotContain("<f>").contains("<t>=1+1</t>");
  }

  @Test
  void aWorkbookWithoutRowsHasItsNames() throws IOException {
    write("(SELECT 1 AS a WHERE false)", Column.of("a", PlainType.INTEGER));

    assertThat(Reading.xlsx(folder).sniffed(file).names()).containsExactly("a");
    assertThat(Reading.xlsx(folder).rows(file)).isEmpty();
  }

  @Test
  void whatItCanNotHoldAtAllIsRefused() {
    assertThatThrownBy(
            () -> write("(SELECT repeat('x', 32768) AS a)", Column.of("a", PlainType.STRING)))
        .isInstanceOf(QarionException.class)
        .hasMessage(
            "A cell holds 32,767 signs; column 'a' of row 1 has 32,768. Export to Parquet or CSV,"
                + " or select less.");
    assertThatThrownBy(() -> write("(SELECT 'x'::BLOB AS a)", Column.of("a", PlainType.BINARY)))
        .hasMessageStartingWith("A workbook can't hold column 'a', which is binary.");

    var wide =
        new Schema(
            IntStream.range(0, 16_385)
                .mapToObj(i -> Column.of("c" + i, PlainType.INTEGER))
                .toList());
    assertThatThrownBy(() ->
            target(folder.resolve("w.xlsx"), Map.of()).rows().orElseThrow().write(wide, _ -> {}))
        .hasMessageStartingWith("A sheet holds 16,384 columns; these are 16,385.");
  }

  @Test
  void moreRowsThanASheetHoldsAreRefused() {
    var schema = Schema.of(Column.of("a", PlainType.BOOLEAN));

    assertThatThrownBy(() ->
            target(file, Map.of())
                .rows()
                .orElseThrow()
                .write(
                    schema,
                    rows -> {
                      for (int i = 0; i < 1_048_576; i++) {
                        rows.accept(List.of(true));
                      }
                    }))
        .hasMessageStartingWith("A sheet holds 1,048,576 rows with that of the names;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b",
        "a[1]",
        "what?",
        "'a'",
        "history",
        "a name of far more than 31 signs"
      })
  void aNameThatNoSheetCanHaveIsRefused(String name) {
    assertThatThrownBy(() -> target(file, Map.of("sheet", name)))
        .hasMessageStartingWith("sheet: A sheet can't be called '" + name + "'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.xls", "out.XLSB", "out.xlsm"})
  void otherKindsOfWorkbooksAreNotWritten(String name) {
    assertThatThrownBy(() -> target(folder.resolve(name), Map.of()))
        .hasMessageContaining("Let the name of the file end with .xlsx.");
  }

  @Test
  void aFileThatCanNotBeWrittenIsSaidSo() {
    file = folder.resolve("missing/out.xlsx");

    assertThatThrownBy(() -> write("(SELECT 1 AS a)", Column.of("a", PlainType.INTEGER)))
        .isInstanceOf(QarionException.class)
        .hasMessageStartingWith("The workbook can't be written: there is no '");
  }

  private List<Problem> write(String from, Column... columns) throws IOException {
    return write(from, Map.of(), columns);
  }

  private List<Problem> write(String from, Map<String, Object> options, Column... columns)
      throws IOException {
    FileTarget target = target(file, options);
    var schema = Schema.of(columns);
    Files.deleteIfExists(file);
    try (var instance =
            DuckDbInstance.open(DuckDbSettings.inMemory(folder.resolve("spill"), List.of(folder)));
        var session = new DuckDbSession(instance, new Cancellation(), new RunningStatements())) {
      target
          .rows()
          .orElseThrow()
          .write(schema, rows -> session.each("SELECT * FROM " + from, schema, rows));
    }
    return target.notes();
  }

  private static FileTarget target(Path file, Map<String, Object> options) {
    return new XlsxExporterPlugin().exporter("xlsx").target(file, Settings.of(options));
  }

  private String part(String name) throws IOException {
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

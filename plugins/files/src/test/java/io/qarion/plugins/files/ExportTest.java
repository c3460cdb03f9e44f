package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.flow.Settings;
import io.qarion.plugins.duckdb.CopySql;
import io.qarion.plugins.duckdb.DuckDbErrors;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSettings;
import io.qarion.plugins.files.csv.CsvExporterPlugin;
import io.qarion.plugins.files.json.JsonExporterPlugin;
import io.qarion.plugins.files.parquet.ParquetExporterPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

  private static final String ROWS =
      "SELECT * FROM (VALUES (1, 1.50::DECIMAL(12,2), 2.5::DOUBLE, true, DATE '2026-01-05', TIME"
          + " '10:00:00', TIMESTAMP '2026-01-05 10:00:00.123456', 'x'), (-9223372036854775807,"
          + " -0.01, 1e300, false, DATE '0001-01-01', TIME '23:59:59.999999', TIMESTAMP '9999-12-31"
          + " 23:59:59', E'a,\"b\"\\r\\n;''\\t|'), (3, NULL, NULL, NULL, NULL, NULL, NULL, ''), (4,"
          + " NULL, NULL, NULL, NULL, NULL, NULL, NULL), (5, NULL, NULL, NULL, NULL, NULL, NULL,"
          + " 'Ü€😀 =1+1 NULL')) AS t(a, b, c, d, e, f, g, h)";

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

  private static final List<String> EXPECTED =
      List.of(
          "1|1.50|2.5|true|2026-01-05|10:00|2026-01-05T10:00:00.123456|x",
          "-9223372036854775807|-0.01|1.0E300|false|0001-01-01|23:59:59.999999"
              + "|9999-12-31T23:59:59|a,\"b\"\r\n;'\t|",
          "3|null|null|null|null|null|null|",
          "4|null|null|null|null|null|null|null",
          "5|null|null|null|null|null|null|Ü€😀 =1+1 NULL");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.csv.gz", "out.csv.zst", "o'ut \"ü\".csv"})
  void csvComesBackEqual(String name) throws SQLException {
    Path file = folder.resolve(name);
    write(new CsvExporterPlugin().exporter("csv").target(file, Settings.NONE));

    assertThat(Reading.csv(folder).declared(COLUMNS).rows(file)).isEqualTo(EXPECTED);
  }

  @Test
  void tabsComeBackEqual() throws SQLException {
    Path file = folder.resolve("out.tsv");
    write(new CsvExporterPlugin().exporter("tsv").target(file, Settings.NONE));

    assertThat(Reading.tsv(folder).declared(COLUMNS).rows(file)).isEqualTo(EXPECTED);
  }

  @Test
  void statedOptionsAreObeyed() throws SQLException, IOException {
    Path file = folder.resolve("out.csv");
    var settings =
        Settings.of(Map.of("delimiter", ";", "quote", "'", "header", false, "null_value", "NA"));
    run(
        CopySql.of(
            "SELECT 1 AS a, NULL AS b, 'x;y' AS c",
            new CsvExporterPlugin().exporter("csv").target(file, settings)));

    assertThat(file).hasContent("1;NA;'x;y'\n");
  }

  @Test
  void jsonComesBackEqual() throws SQLException {
    Path array = folder.resolve("out.json");
    write(new JsonExporterPlugin().exporter("json").target(array, Settings.NONE));
    Path lines = folder.resolve("out.jsonl");
    write(new JsonExporterPlugin().exporter("jsonl").target(lines, Settings.NONE));

    assertThat(Reading.json(folder).declared(COLUMNS).rows(array)).isEqualTo(EXPECTED);
    assertThat(Reading.jsonLines(folder).declared(COLUMNS).rows(lines)).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy", "gzip", "uncompressed"})
  void parquetComesBackEqualWithItsTypes(String compression) throws SQLException {
    Path file = folder.resolve("out.parquet");
    write(
        new ParquetExporterPlugin()
            .exporter("parquet")
            .target(file, Settings.of(Map.of("compression", compression))));

    assertThat(Reading.parquet(folder).rows(file)).isEqualTo(EXPECTED);
    assertThat(Reading.parquet(folder).sniffed(file).columns()).startsWith(COLUMNS[0], COLUMNS[1]);
  }

  @Test
  void nothingIsWrittenOutsideTheApprovedFolders(@TempDir Path elsewhere) {
    Path file = elsewhere.resolve("out.csv");

    assertThatThrownBy(
            () -> write(new CsvExporterPlugin().exporter("csv").target(file, Settings.NONE)))
        .hasMessageContaining("DuckDB may not touch this");
    assertThat(Files.exists(file)).isFalse();
  }

  private void write(FileTarget target) throws SQLException {
    run(CopySql.of(ROWS, target));
  }

  private void run(String sql) throws SQLException {
    try (var instance =
            DuckDbInstance.open(DuckDbSettings.inMemory(folder.resolve("spill"), List.of(folder)));
        var connection = instance.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }
}

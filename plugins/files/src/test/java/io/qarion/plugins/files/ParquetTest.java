package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {

  @TempDir private Path folder;

  @Test
  void plainFilesAreReadAndOthersRefused() throws IOException {
    assertThat(refused("parquet/data"))
        .containsExactly(
            "encrypt_columns_and_footer.parquet.encrypted", "large_string_map.brotli.parquet");
  }

  @Test
  void damagedFilesNeverCrash() throws IOException {
    assertThat(refused("parquet/bad_data"))
        .contains("ARROW-GH-47662.parquet", "ARROW-RS-GH-6229-DICTHEADER.parquet");
  }

  private Set<String> refused(String samples) throws IOException {
    var refused = new TreeSet<String>();
    try (Stream<Path> files = Files.list(Reading.sample(samples))) {
      for (Path file : files.sorted().toList()) {
        try {
          Reading.parquet(folder).values(file);
        } catch (QarionException e) {
          assertThat(e.text()).isNotBlank();
          refused.add(file.getFileName().toString());
        }
      }
    }
    return refused;
  }

  @Test
  void chosenColumnsAndFoldersThatAreColumns() throws SQLException, IOException {
    Path file = Files.createDirectories(folder.resolve("day=2026-01-05")).resolve("x.parquet");
    write("SELECT 1 AS a, 'x' AS b, 2.5 AS c", file);

    assertThat(
            Reading.parquet(folder).with("columns", List.of("c", "a")).open(file).schema().names())
        .containsExactly("a", "c");
    assertThat(Reading.parquet(folder).with("hive_partitioning", true).sniffed(file).names())
        .containsExactly("a", "b", "c", "day");
  }

  @Test
  void aStoredValueNeverChangesOnItsWayToADeclaredType() throws SQLException {
    Path file = folder.resolve("x.parquet");
    write("FROM (VALUES (12.7::DOUBLE, '12.7'), (3::DOUBLE, '0x10'), (4, '5')) AS t(a, b)", file);

    var rows =
        Reading.parquet(folder)
            .declared(Column.of("a", PlainType.INTEGER), Column.of("b", PlainType.INTEGER))
            .rows(file);

    assertThat(rows).containsExactly("!12.7|!12.7", "3|!0x10", "4|5");
  }

  @Test
  void timesWithZoneBecomeUtcAndNanosecondsAreCut() throws SQLException {
    Path file = folder.resolve("x.parquet");
    write(
        "SELECT TIMESTAMPTZ '2026-01-05 10:00:00+02' AS a,"
            + " TIMESTAMP_NS '2026-01-05 10:00:00.123456789' AS b",
        file);

    assertThat(Reading.parquet(folder).rows(file))
        .containsExactly("2026-01-05T08:00|2026-01-05T10:00:00.123456");
  }

  @Test
  void aMissingColumnIsNamed() throws SQLException {
    Path file = folder.resolve("x.parquet");
    write("SELECT 1 AS a", file);

    assertThatThrownBy(
            () -> Reading.parquet(folder).declared(Column.of("z", PlainType.INTEGER)).open(file))
        .hasMessageContaining("The file has no column 'z'.");
  }

  private void write(String select, Path file) throws SQLException {
    try (var instance =
            DuckDbInstance.open(DuckDbSettings.inMemory(folder.resolve("spill"), List.of(folder)));
        var connection = instance.connect();
        var statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
  }
}

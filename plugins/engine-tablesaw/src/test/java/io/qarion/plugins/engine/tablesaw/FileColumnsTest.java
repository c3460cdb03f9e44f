package io.qarion.plugins.engine.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.LocalFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Columns that go to a file and come back are the same. */
@Timeout(120)
class FileColumnsTest {

  private static final Schema SCHEMA =
      Schema.of(
          Column.of("flag", PlainType.BOOLEAN),
          Column.of("whole", PlainType.INTEGER),
          Column.of("real", PlainType.FLOAT),
          Column.of("narrow", new DecimalType(18, 18)),
          Column.of("price", new DecimalType(18, 4)),
          Column.of("wide", new DecimalType(38, 2)),
          Column.of("text", PlainType.STRING),
          Column.of("day", PlainType.DATE),
          Column.of("clock", PlainType.TIME),
          Column.of("moment", PlainType.TIMESTAMP));

  private static final LocalDate LAST_DAY = LocalDate.ofEpochDay(Integer.MAX_VALUE);
  private static final LocalDateTime LAST_MOMENT =
      LocalDateTime.parse("+294247-01-10T04:00:54.775807");

  @TempDir private Path folder;

  @Test
  void theSmallestAndTheLargestValuesAndNullComeBack() {
    List<@Nullable Object> small =
        Arrays.asList(
            false,
            Long.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            new BigDecimal("-0.999999999999999999"),
            new BigDecimal("-99999999999999.9999"),
            new BigDecimal("-" + "9".repeat(36) + ".99"),
            "",
            LocalDate.of(1, 1, 1),
            LocalTime.MIN,
            LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000));
    List<@Nullable Object> large =
        Arrays.asList(
            true,
            Long.MAX_VALUE,
            Double.NaN,
            new BigDecimal("0.000000000000000001"),
            new BigDecimal("99999999999999.9999"),
            new BigDecimal("9".repeat(36) + ".99"),
            "ä \uD83D\uDE00 'quoted'",
            LocalDate.of(9999, 12, 31),
            LocalTime.of(23, 59, 59, 999_999_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
    List<@Nullable Object> nothing = Arrays.asList(new @Nullable Object[SCHEMA.size()]);

    List<List<@Nullable Object>> rows = List.of(small, nothing, large);

    assertThat(thereAndBack(SCHEMA, rows)).isEqualTo(rows);
  }

  @Test
  void whatIsInfiniteStaysSo() {
    Schema schema =
        Schema.of(Column.of("day", PlainType.DATE), Column.of("moment", PlainType.TIMESTAMP));
    List<List<@Nullable Object>> rows =
        List.of(Arrays.asList(LAST_DAY, LAST_MOMENT), Arrays.asList(null, null));

    assertThat(thereAndBack(schema, rows)).isEqualTo(rows);
  }

  @Test
  void aFileWithMoreRowsThanThereIsRoomForIsRefused() {
    Schema schema = Schema.of(Column.of("n", PlainType.INTEGER));
    try (LocalFiles files = files()) {
      FileRelation file = written(files, schema, builder(schema, 5_000L));
      RowRoom room = MemoryLimit.usual().withRows(1_000).of(schema);

      QarionException refused =
          catchThrowableOfType(
              QarionException.class,
              () ->
                  files.read(
                      file, new ColumnsBuilder(schema).sink(schema, room), new Cancellation()));

      assertThat(refused.code()).isEqualTo("engine.memory");
      assertThat(refused).hasMessageContaining("1 columns").hasMessageContaining("1,000 rows");
    }
  }

  private static ColumnsBuilder builder(Schema schema, long rows) {
    var columns = new ColumnsBuilder(schema);
    for (long row = 0; row < rows; row++) {
      columns.add(Arrays.asList(row));
    }
    return columns;
  }

  private List<List<@Nullable Object>> thereAndBack(
      Schema schema, List<List<@Nullable Object>> rows) {
    var columns = new ColumnsBuilder(schema);
    rows.forEach(columns::add);
    try (LocalFiles files = files()) {
      FileRelation file = written(files, schema, columns);
      var read = new ColumnsBuilder(schema);
      files.read(file, read.sink(schema, RowRoom.ENDLESS), new Cancellation());
      List<Cells> cells = read.build();
      return rows.stream().map(row -> CellsRow.list(cells, rows.indexOf(row))).toList();
    }
  }

  private FileRelation written(LocalFiles files, Schema schema, ColumnsBuilder columns) {
    Path file = folder.resolve("rows.parquet");
    files.write(
        schema,
        columns.build(),
        columns.size(),
        new FileTarget("parquet", file, Map.of()),
        new Cancellation());
    return new FileRelation("parquet", file, "rows.parquet", schema.names(), schema, Map.of());
  }

  private LocalFiles files() {
    return new LocalFiles(folder.resolve("spill"), List.of(folder));
  }
}

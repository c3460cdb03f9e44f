package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.RowWriter;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Writes a workbook with one sheet, names in its first row. */
final class SheetFile implements RowWriter {

  private static final String PROGRAM = "Qarion ETL Designer";
  private static final String OTHERWISE = "Export to Parquet or CSV, or select less.";

  private final Path file;
  private final String sheet;
  private final List<Problem> notes = new ArrayList<>();

  SheetFile(Path file, String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  @Override
  public long write(Schema schema, Consumer<Consumer<List<@Nullable Object>>> rows) {
    checkColumns(schema);
    try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
        Workbook workbook = new Workbook(out, PROGRAM, null)) {
      var cells = new SheetCells(workbook.newWorksheet(sheet), schema);
      rows.accept(cells::add);
      cells.finish();
      notes.addAll(cells.notes());
      return cells.rows();
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public List<Problem> notes() {
    return List.copyOf(notes);
  }

  private static void checkColumns(Schema schema) {
    if (schema.size() > CellRange.LAST_COLUMN + 1) {
      throw refused(
          "A sheet holds %,d columns; these are %,d."
              .formatted(CellRange.LAST_COLUMN + 1, schema.size()));
    }
    for (Column column : schema.columns()) {
      if (column.type() == PlainType.BINARY) {
        throw refused(
            "A workbook can't hold column '%s', which is binary.".formatted(column.name()));
      }
    }
  }

  static QarionException refused(String message) {
    return new QarionException(Problem.error("xlsx.cant_hold", Place.UNKNOWN, message, OTHERWISE));
  }

  private QarionException unwritable(IOException cause) {
    return new QarionException(
        Problem.error(
            "file.unwritable",
            Place.UNKNOWN,
            "The workbook can't be written: %s. %s"
                .formatted(FileFailures.reason(cause), FileFailures.disk(file)),
            "Free space, or give yourself the right to write there."),
        cause);
  }
}

package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Fills a sheet with rows; a value that a workbook would change is written as text and counted, one
 * that it can't hold at all is refused.
 */
final class SheetCells {

  /** Rows that are held before they are written. */
  private static final int BLOCK = 1_000;

  private static final int LONGEST_TEXT = 32_767;
  private static final int DIGITS = 15;
  private static final long MOST = 999_999_999_999_999L;

  private static final Map<PlainType, String> FORMATS =
      Map.of(
          PlainType.DATE, "yyyy-mm-dd",
          PlainType.TIME, "hh:mm:ss",
          PlainType.TIMESTAMP, "yyyy-mm-dd hh:mm:ss");

  private final Worksheet sheet;
  private final Schema schema;
  private final TreeSet<String> columnsAsText = new TreeSet<>();
  private long asText;
  private int row;
  private int written;

  SheetCells(Worksheet sheet, Schema schema) {
    this.sheet = sheet;
    this.schema = schema;
    for (int i = 0; i < schema.size(); i++) {
      text(i, schema.columns().get(i).name());
    }
    if (schema.size() > 0) {
      sheet.range(0, 0, 0, schema.size() - 1).style().bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
    written = 1;
  }

  /** Rows without that of the names. */
  long rows() {
    return row - 1L;
  }

  void add(List<@Nullable Object> values) {
    if (row >= CellRange.LAST_ROW) {
      throw SheetFile.refused(
          "A sheet holds %,d rows with that of the names; the export has more."
              .formatted(CellRange.LAST_ROW));
    }
    for (int i = 0; i < schema.size(); i++) {
      put(i, values.get(i));
    }
    row++;
    if (row - written >= BLOCK) {
      writeBlock();
    }
  }

  void finish() {
    writeBlock();
  }

  List<Problem> notes() {
    if (asText == 0) {
      return List.of();
    }
    return List.of(
        Problem.warning(
            "xlsx.as_text",
            Place.UNKNOWN,
            "%,d values are text in the workbook, which as a number or date would change them: %s."
                .formatted(
                    asText,
                    columnsAsText.stream()
                        .map("column '%s'"::formatted)
                        .collect(Collectors.joining(", "))),
            "It keeps 15 digits, and days from 1 March 1900 on."));
  }

  private void put(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean flag -> sheet.value(row, column, flag);
      case Long number when Math.abs(number) <= MOST && number != Long.MIN_VALUE ->
          sheet.value(row, column, number);
      case Double number when Double.isFinite(number) -> sheet.value(row, column, number);
      case BigDecimal number when number.stripTrailingZeros().precision() <= DIGITS ->
          sheet.value(row, column, number);
      case LocalDate date -> moment(column, SerialDate.number(date.atStartOfDay()), date);
      case LocalDateTime moment ->
          moment(column, SerialDate.number(moment), moment.toString().replace('T', ' '));
      case LocalTime time -> moment(column, SerialDate.number(time), time);
      case Number number -> asText(column, plain(number));
      default -> text(column, value.toString());
    }
  }

  private static String plain(Number number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }

  private void moment(int column, OptionalDouble serial, Object value) {
    if (serial.isPresent()) {
      sheet.value(row, column, serial.getAsDouble());
    } else {
      asText(column, value.toString());
    }
  }

  private void asText(int column, String text) {
    asText++;
    columnsAsText.add(schema.columns().get(column).name());
    text(column, text);
  }

  /** Spaces at the ends, and line ends, are kept only in text that says so. */
  private void text(int column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw SheetFile.refused(
          "A cell holds %,d signs; column '%s' of row %,d has %,d."
              .formatted(LONGEST_TEXT, schema.columns().get(column).name(), row, text.length()));
    }
    String encoded = ExcelText.encoded(text);
    if (encoded.equals(encoded.strip()) && encoded.indexOf('\n') < 0) {
      sheet.inlineString(row, column, encoded);
    } else {
      sheet.inlineString(row, column, RichText.builder().run(encoded).end().build());
    }
  }

  private void writeBlock() {
    for (int i = 0; i < schema.size() && row > written; i++) {
      Column column = schema.columns().get(i);
      if (column.type() instanceof PlainType type && FORMATS.containsKey(type)) {
        sheet.range(written, i, row - 1, i).style().format(FORMATS.get(type)).set();
      }
    }
    written = row;
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records that a loader hands out, as a feed: the text of each wanted column, whether it is a
 * fault, and the line of the record.
 */
final class FileFeed implements RowFeed.Rows {

  private final RowCursor cursor;
  private final int size;
  private Optional<RowCursor.Row> next = Optional.empty();
  private boolean ended;

  private FileFeed(RowCursor cursor, int size) {
    this.cursor = cursor;
    this.size = size;
  }

  /**
   * A SELECT of all records.
   *
   * @param text gives the name of a column's text
   * @param fault gives the name of what says whether that text is a fault
   * @param line name of the record's line
   */
  static String select(
      FileRelation file, IntFunction<String> text, IntFunction<String> fault, String line) {
    RowCursor.Opener opener = file.rows().orElseThrow();
    int size = file.schema().size();
    var columns = new ArrayList<Column>();
    IntStream.range(0, size).forEach(i -> columns.add(Column.of(text.apply(i), PlainType.STRING)));
    IntStream.range(0, size)
        .forEach(i -> columns.add(Column.of(fault.apply(i), PlainType.BOOLEAN)));
    columns.add(Column.of(line, PlainType.INTEGER));
    var feed = new RowFeed(new Schema(columns), () -> new FileFeed(opener.open(), size));
    String selected =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "c%d AS %s".formatted(i, columns.get(i).name()))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s".formatted(selected, RowFeeds.call(feed));
  }

  @Override
  public boolean hasNext() {
    if (!ended && next.isEmpty()) {
      next = cursor.next();
      ended = next.isEmpty();
    }
    return !ended;
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RowCursor.Row row = next.orElseThrow();
    next = Optional.empty();
    var cells = new ArrayList<@Nullable Object>(2 * size + 1);
    for (Object field : row.fields()) {
      cells.add(field instanceof RowCursor.Fault(String text) ? text : field);
    }
    for (Object field : row.fields()) {
      cells.add(field instanceof RowCursor.Fault);
    }
    cells.add(row.line());
    return cells;
  }

  @Override
  public void close() {
    ended = true;
    cursor.close();
  }
}

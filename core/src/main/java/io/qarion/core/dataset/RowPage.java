package io.qarion.core.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a result. Cells are Boolean, Long, Double, BigDecimal, String (also for JSON),
 * LocalDate, LocalTime, LocalDateTime, byte[] or null, as the column's type says.
 *
 * @param offset number of rows before the first of these
 * @param more whether rows follow the last of these
 */
public record RowPage(Schema schema, long offset, List<List<@Nullable Object>> rows, boolean more) {

  public RowPage {
    var copy = new ArrayList<List<@Nullable Object>>(rows.size());
    for (List<@Nullable Object> row : rows) {
      if (row.size() != schema.size()) {
        throw new IllegalArgumentException("a row needs one cell a column");
      }
      copy.add(Collections.unmodifiableList(row));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /**
   * The same as the constructor; its parameters keep, outside of this module, that cells may be
   * null.
   */
  public static RowPage of(
      Schema schema, long offset, List<List<@Nullable Object>> rows, boolean more) {
    return new RowPage(schema, offset, rows, more);
  }
}

package io.qarion.plugins.rows;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of given cells. */
record RowOf(List<@Nullable Object> cells) implements RowView {

  static RowView cells(@Nullable Object... cells) {
    return new RowOf(Arrays.asList(cells));
  }

  @Override
  public @Nullable Object value(int place) {
    return cells.get(place);
  }
}

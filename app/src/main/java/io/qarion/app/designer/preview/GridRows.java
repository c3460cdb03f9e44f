package io.qarion.app.designer.preview;

import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/** As many rows as a result has, without holding any of them. */
public final class GridRows extends ObservableListBase<GridRow> {

  private int size;

  @Override
  public GridRow get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return new GridRow(index);
  }

  @Override
  public int size() {
    return size;
  }

  /** Found without going through millions of rows. */
  @Override
  public int indexOf(@Nullable Object row) {
    return row instanceof GridRow(int index) && index < size ? index : -1;
  }

  @Override
  public boolean contains(@Nullable Object row) {
    return indexOf(row) >= 0;
  }

  /**
   * As many rows of another result are another list; and nobody has to go through millions in the
   * window's thread to see whether something has changed.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  void resize(long rows) {
    int before = size;
    int after = (int) Math.min(rows, Integer.MAX_VALUE);
    if (after == before) {
      return;
    }
    beginChange();
    size = after;
    if (after > before) {
      nextAdd(before, after);
    } else {
      nextRemove(after, IntStream.range(after, before).mapToObj(GridRow::new).toList());
    }
    endChange();
  }
}

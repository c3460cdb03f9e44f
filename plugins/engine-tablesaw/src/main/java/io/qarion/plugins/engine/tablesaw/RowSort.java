package io.qarion.plugins.engine.tablesaw;

import io.qarion.plugins.rows.RowComparator;
import java.util.Arrays;

/**
 * Sorts numbers of rows; rows of equal order stay in theirs. Java sorts only objects by an order.
 */
final class RowSort {

  private static final int FEW = 8;

  private final RowComparator order;

  private RowSort(RowComparator order) {
    this.order = order;
  }

  /** All rows of a size in an order. */
  static int[] sorted(int size, RowComparator order) {
    int[] rows = RowNumbers.all(size);
    sort(rows, 0, size, order);
    return rows;
  }

  /** Sorts from one place to before another. */
  static void sort(int[] rows, int from, int to, RowComparator order) {
    var sort = new RowSort(order);
    if (to - from <= FEW) {
      sort.insert(rows, from, to);
    } else {
      int[] part = Arrays.copyOfRange(rows, from, to);
      sort.merge(part.clone(), part, 0, part.length);
      System.arraycopy(part, 0, rows, from, part.length);
    }
  }

  /** Both arrays have the same rows at first; those of the second are sorted. */
  private void merge(int[] source, int[] target, int from, int to) {
    if (to - from <= FEW) {
      insert(target, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    merge(target, source, from, middle);
    merge(target, source, middle, to);
    if (order.compare(source[middle - 1], source[middle]) <= 0) {
      System.arraycopy(source, from, target, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean isLeft =
          right >= to || (left < middle && order.compare(source[left], source[right]) <= 0);
      target[i] = isLeft ? source[left++] : source[right++];
    }
  }

  private void insert(int[] rows, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int place = i;
      while (place > from && order.compare(rows[place - 1], row) > 0) {
        rows[place] = rows[place - 1];
        place--;
      }
      rows[place] = row;
    }
  }
}

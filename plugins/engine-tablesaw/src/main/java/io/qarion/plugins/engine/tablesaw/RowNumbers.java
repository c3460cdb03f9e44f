package io.qarion.plugins.engine.tablesaw;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers of rows that are collected one after the other. */
final class RowNumbers {

  /** Stands for a row that is not there, whose cells are all NULL. */
  static final int NONE = -1;

  private int[] rows = {};
  private int size;

  /** All numbers below a size. */
  static int[] all(int size) {
    return IntStream.range(0, size).toArray();
  }

  void add(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Growth.more(size));
    }
    rows[size++] = row;
  }

  int get(int place) {
    return rows[place];
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(rows, size);
  }
}

package io.qarion.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether rows are those that were expected: floats to twelve digits, all else exactly. */
final class Comparison {

  private static final double TOLERANCE = 1e-12;

  private Comparison() {}

  /** Whether both have the same rows, in any order. */
  static boolean areSameRows(
      List<List<@Nullable Object>> actual, List<List<@Nullable Object>> expected) {
    return areEqualRows(sorted(actual), sorted(expected));
  }

  /** Whether both have the same rows, in the same order. */
  static boolean areEqualRows(
      List<List<@Nullable Object>> actual, List<List<@Nullable Object>> expected) {
    if (actual.size() != expected.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!areEqualCells(actual.get(i), expected.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean areEqual(@Nullable Object actual, @Nullable Object expected) {
    if (actual == null || expected == null) {
      return actual == null && expected == null;
    }
    if (actual instanceof byte[] bytes && expected instanceof byte[] wanted) {
      return Arrays.equals(bytes, wanted);
    }
    if (actual instanceof Double number && expected instanceof Double wanted) {
      double limit = TOLERANCE * Math.max(Math.abs(number), Math.abs(wanted));
      return number.equals(wanted) || Math.abs(number - wanted) <= limit;
    }
    return actual.equals(expected);
  }

  /** Rows as lines, to be shown. */
  static String shown(List<List<@Nullable Object>> rows) {
    var text = new StringBuilder();
    for (List<@Nullable Object> row : rows) {
      text.append(shownRow(row)).append('\n');
    }
    return text.toString();
  }

  private static boolean areEqualCells(
      List<@Nullable Object> actual, List<@Nullable Object> expected) {
    return actual.size() == expected.size()
        && IntStream.range(0, actual.size())
            .allMatch(i -> areEqual(actual.get(i), expected.get(i)));
  }

  private static List<List<@Nullable Object>> sorted(List<List<@Nullable Object>> rows) {
    var sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Comparison::sortKey));
    return sorted;
  }

  /** Floats count with fewer digits, so that nearly equal ones meet. */
  private static String sortKey(List<@Nullable Object> row) {
    var text = new StringBuilder();
    for (Object cell : row) {
      text.append(cell instanceof Double number ? "%.6e".formatted(number + 0.0) : shownCell(cell))
          .append('|');
    }
    return text.toString();
  }

  private static String shownRow(List<@Nullable Object> row) {
    var text = new StringBuilder();
    for (Object cell : row) {
      text.append(text.isEmpty() ? "" : " | ").append(shownCell(cell));
    }
    return text.toString();
  }

  static String shownCell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "NULL";
      case byte[] bytes -> Arrays.toString(bytes);
      case BigDecimal number -> number.toPlainString();
      default -> cell.toString();
    };
  }
}

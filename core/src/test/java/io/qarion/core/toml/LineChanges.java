package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which lines of a text an edit took out and which it put in.
 *
 * @param removed numbers of old lines, from 1
 * @param added the new lines
 */
record LineChanges(List<Integer> removed, List<String> added, List<String> old) {

  static LineChanges between(String oldText, String newText) {
    List<String> old = oldText.lines().toList();
    List<String> now = newText.lines().toList();
    int head = 0;
    while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    return ofCore(old, head, old.size() - tail, now.subList(head, now.size() - tail));
  }

  private static LineChanges ofCore(List<String> old, int from, int to, List<String> now) {
    int[][] common = new int[to - from + 1][now.size() + 1];
    for (int i = to - from - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(from + i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var removed = new ArrayList<Integer>();
    var added = new ArrayList<String>();
    int i = 0;
    int j = 0;
    while (i < to - from || j < now.size()) {
      if (i < to - from && j < now.size() && Objects.equals(old.get(from + i), now.get(j))) {
        i++;
        j++;
      } else if (j == now.size() || (i < to - from && common[i + 1][j] >= common[i][j + 1])) {
        removed.add(from + ++i);
      } else {
        added.add(now.get(j++));
      }
    }
    return new LineChanges(removed, added, old);
  }

  /** Old lines that are gone, without blank ones and comments. */
  List<Integer> removedStatements() {
    return removed.stream()
        .filter(line -> !old.get(line - 1).isBlank() && !old.get(line - 1).strip().startsWith("#"))
        .toList();
  }

  List<String> removedText() {
    return removed.stream().map(line -> old.get(line - 1)).toList();
  }
}

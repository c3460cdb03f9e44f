package io.qarion.core.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that was probably meant. */
public final class NearestName {

  private NearestName() {}

  /** Empty if none is near enough to be worth a hint. */
  public static Optional<String> of(String written, Collection<String> names) {
    return all(written, names).stream().findFirst();
  }

  /** The names that are equally near and nearer than all others, in the order of the alphabet. */
  public static List<String> all(String written, Collection<String> names) {
    int allowed = Math.max(1, written.length() / 3);
    var best = new TreeSet<String>();
    int least = allowed;
    for (String name : names) {
      if (!name.isEmpty() && Math.abs(name.length() - written.length()) <= allowed) {
        int distance = distance(lower(written), lower(name));
        if (distance < least) {
          best.clear();
          least = distance;
        }
        if (distance == least) {
          best.add(name);
        }
      }
    }
    return List.copyOf(best);
  }

  /**
   * A sentence that helps with an unknown name: the nearest one, or all there are.
   *
   * @param kind plural, such as {@code columns}
   */
  public static String hint(String written, Collection<String> names, String kind) {
    return of(written, names)
        .map("Did you mean '%s'?"::formatted)
        .orElseGet(() -> "Known %s: %s.".formatted(kind, String.join(", ", names)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : step(costs, a, b, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int step(int[][] costs, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
    cost = Math.min(cost, costs[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}

package io.qarion.core.transform;

import java.util.List;
import java.util.Locale;

/** Finds what a misspelt name was probably meant to be. */
final class NearestName {

  private NearestName() {}

  /** A sentence with the nearest name, or with all of them where none is near. */
  static String hint(String name, List<String> known) {
    String best = "";
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance =
          distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty()
        ? "Known columns: " + String.join(", ", known) + "."
        : "Did you mean '" + best + "'?";
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}

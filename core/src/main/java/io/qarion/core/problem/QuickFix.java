package io.qarion.core.problem;

import java.util.Collection;
import java.util.List;

/**
 * A change of a flow's text that takes a {@link Problem} away. Where the text is not what the check
 * saw, the fix does not fit and is not offered.
 */
public sealed interface QuickFix {

  /** What is changed, as in {@link Place#element()}. */
  String element();

  /** Gives a key another name. */
  record Rename(String element, String written, String meant) implements QuickFix {}

  /** Takes a key with its value out. */
  record Remove(String element, String written) implements QuickFix {}

  /** Puts another text in the place of one, or of each entry of a list that says the same. */
  record Replace(String element, String written, String meant) implements QuickFix {}

  /**
   * Puts another text in the place of a part of one.
   *
   * @param part in UTF-16 offsets of the element's own text
   * @param written a word in that part, for the name of the fix
   */
  record ReplacePart(String element, Span part, String written, String meant) implements QuickFix {

    /** The same in a text that is known now. */
    public ReplacePart in(String newElement) {
      return new ReplacePart(newElement, part, written, meant);
    }
  }

  /** One for each name that may have been meant. */
  static List<QuickFix> replacements(String element, String written, Collection<String> names) {
    return NearestName.all(written, names).stream()
        .<QuickFix>map(name -> new Replace(element, written, name))
        .toList();
  }
}

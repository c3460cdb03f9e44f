package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses what fits a word that was begun. */
final class Matching {

  private static final int ENOUGH = 2;

  private Matching() {}

  /** First what begins with the word, then what has it inside. */
  static List<Proposal> of(String word, List<Proposal> all) {
    String begun = word.toLowerCase(Locale.ROOT);
    Stream<Proposal> beginning = all.stream().filter(each -> begins(each, begun));
    Stream<Proposal> inside =
        all.stream()
            .filter(each -> begun.length() >= ENOUGH && !begins(each, begun))
            .filter(each -> each.text().toLowerCase(Locale.ROOT).contains(begun));
    return Stream.concat(beginning, inside).toList();
  }

  private static boolean begins(Proposal proposal, String begun) {
    return proposal.text().toLowerCase(Locale.ROOT).startsWith(begun);
  }
}

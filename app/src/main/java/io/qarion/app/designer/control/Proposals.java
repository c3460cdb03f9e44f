package io.qarion.app.designer.control;

import java.util.List;

/**
 * What could be written at a caret, the best first.
 *
 * @param from where the word begins that is being typed
 * @param to where the part ends that is replaced by what is taken; not before the caret
 */
public record Proposals(int from, int to, List<Proposal> items) {

  public static final Proposals NONE = new Proposals(0, 0, List.of());

  public Proposals {
    if (from > to) {
      throw new IllegalArgumentException("a word from " + from + " to " + to);
    }
    items = List.copyOf(items);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether they help somebody who types on and hasn't asked for them. */
  boolean helpUnasked(String text, int caret) {
    return !isEmpty() && caret > from && !isWritten(text);
  }

  private boolean isWritten(String text) {
    String word = text.substring(from, to);
    return items.stream()
        .allMatch(item -> item.text().equals(word) || item.inserted().equals(word));
  }
}

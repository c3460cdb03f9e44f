package io.qarion.app.designer.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Somebody who edits, undoes and redoes at random, with a memory of every state. */
final class RandomEditing {

  /**
   * A moment of the editing.
   *
   * @param earlier texts that undo leads to, the first one first
   * @param next texts that redo leads to, the last one first
   */
  private record State(String text, List<String> earlier, List<String> next) {}

  private final Random random;
  private final Deque<String> earlier = new ArrayDeque<>();
  private final Deque<String> next = new ArrayDeque<>();
  private final List<State> states = new ArrayList<>();
  private String text = first();

  RandomEditing(long seed) {
    random = new Random(seed);
    remember();
  }

  String first() {
    return "id = \"orders\"\nname = \"Größe 😀\"\n";
  }

  int states() {
    return states.size();
  }

  void go(FlowJournal journal, int steps) {
    for (int step = 0; step < steps; step++) {
      switch (random.nextInt(5)) {
        case 0, 1, 2 -> edit(journal, step);
        case 3 -> undo(journal);
        default -> redo(journal);
      }
    }
  }

  /** The state is the one reached before or the next; gives its number. */
  int assertReachedAt(int reached, EditHistory history) {
    State state = state(history);
    if (state.equals(states.get(reached))) {
      return reached;
    }
    assertThat(state).isEqualTo(states.get(reached + 1));
    return reached + 1;
  }

  void assertIsNow(EditHistory history) {
    assertThat(state(history)).isEqualTo(states.getLast());
  }

  private static State state(EditHistory history) {
    var before = new ArrayList<String>();
    String at = history.text();
    for (EditHistory.Edit edit : history.done().reversed()) {
      at = edit.change().reversed().apply(at);
      before.addFirst(at);
    }
    assertThat(at).isEqualTo(history.first());
    var after = new ArrayList<String>();
    at = history.text();
    for (EditHistory.Edit edit : history.undone()) {
      at = edit.change().apply(at);
      after.addFirst(at);
    }
    return new State(history.text(), before, after);
  }

  private void edit(FlowJournal journal, int step) {
    int from = random.nextInt(text.length());
    int to = from + random.nextInt(Math.min(4, text.length() - from));
    String after =
        text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, from)))
            + random.nextInt(100)
            + "\n\"\\é"
            + text.substring(text.offsetByCodePoints(0, text.codePointCount(0, to)));
    journal.edited("edit " + step, text, after);
    earlier.addLast(text);
    next.clear();
    text = after;
    remember();
  }

  private void undo(FlowJournal journal) {
    if (!earlier.isEmpty()) {
      journal.undone();
      next.addLast(text);
      text = earlier.removeLast();
      remember();
    }
  }

  private void redo(FlowJournal journal) {
    if (!next.isEmpty()) {
      journal.redone();
      earlier.addLast(text);
      text = next.removeLast();
      remember();
    }
  }

  private void remember() {
    states.add(new State(text, List.copyOf(earlier), List.copyOf(next)));
  }
}

package io.qarion.app.designer.find;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.problem.TaskId;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in the project that can be looked for.
 *
 * @param step in which it is; empty for what belongs to the flow as a whole
 * @param note which it is; empty for anything else
 * @param words that are looked through
 */
record Found(
    Kind kind,
    FlowDocument flow,
    Optional<TaskId> step,
    Optional<String> note,
    String words,
    String small) {

  Found(Kind kind, FlowDocument flow, Optional<TaskId> step, String words) {
    this(kind, flow, step, Optional.empty(), words, words.toLowerCase(Locale.ROOT));
  }

  /** A note of a flow. */
  static Found note(FlowDocument flow, String id, String words) {
    return new Found(
        Kind.NOTE, flow, Optional.empty(), Optional.of(id), words, words.toLowerCase(Locale.ROOT));
  }

  /** What was found, the most wanted first. */
  enum Kind {
    STEP("flow"),
    COLUMN("select"),
    PROBLEM("quality_check"),
    SETTING("standard"),
    SQL("transformation"),
    NOTE("note"),
    GROUP("group"),
    FLOW("project");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    String icon() {
      return icon;
    }

    /** The end of the key of its text. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it holds what is wanted, in small letters: 2 where it begins so. */
  int fits(String wanted) {
    return small.startsWith(wanted) ? 2 : small.contains(wanted) ? 1 : 0;
  }
}

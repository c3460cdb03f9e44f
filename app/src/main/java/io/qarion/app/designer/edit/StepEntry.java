package io.qarion.app.designer.edit;

import java.util.Locale;

/**
 * Something that can be put into a flow, as people look for it.
 *
 * @param icon key of its sign
 * @param title what it is called
 * @param help what it does, in a sentence
 */
public record StepEntry(StepKind kind, Group group, String icon, String title, String help) {

  /** What belongs together in the list. */
  public enum Group {
    BRING_IN,
    ROWS,
    COLUMNS,
    COMBINE,
    SUM_UP,
    WRITE,
    FILES;

    /** The end of the key of its text. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Names it among all entries, for tests and for what is remembered. */
  public String id() {
    return switch (kind) {
      case StepKind.Operation(String operation) -> operation;
      case StepKind.OfType(String type) -> type;
      case StepKind.Statement _ -> "sql";
      case StepKind.DataFile(String path) -> path;
    };
  }

  /**
   * How well it fits what somebody types: 0 not at all, more where the title begins so.
   *
   * @param wanted in small letters
   */
  public int fits(String wanted) {
    String name = title.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || name.startsWith(wanted)) {
      return 4;
    }
    if (name.contains(" " + wanted) || id().toLowerCase(Locale.ROOT).startsWith(wanted)) {
      return 3;
    }
    if (name.contains(wanted) || id().toLowerCase(Locale.ROOT).contains(wanted)) {
      return 2;
    }
    return help.toLowerCase(Locale.ROOT).contains(wanted) ? 1 : 0;
  }
}

package io.qarion.app.designer.inspector;

import io.qarion.core.toml.TomlPath;
import java.util.List;

/**
 * A setting as a form shows it.
 *
 * @param path where it stands, or would stand, in the text
 * @param text its value; empty if it is absent
 * @param placeholder what holds if it is absent
 * @param choices the words to choose from; empty for other kinds
 */
public record Field(
    TomlPath path,
    String label,
    Kind kind,
    String text,
    String placeholder,
    String help,
    List<String> choices) {

  public Field {
    choices = List.copyOf(choices);
  }

  /** How it is edited. */
  public enum Kind {
    TEXT,
    /** Several lines, such as SQL. */
    LONG_TEXT,
    NUMBER,
    FLAG,
    CHOICE,
    /** Texts with commas between them. */
    LIST
  }

  /** Whether this is the same setting, whatever its value. */
  boolean isSameAs(Field other) {
    return path.equals(other.path) && kind == other.kind && label.equals(other.label);
  }
}

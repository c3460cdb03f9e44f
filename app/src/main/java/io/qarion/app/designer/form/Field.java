package io.qarion.app.designer.form;

import io.qarion.core.dataset.Schema;
import io.qarion.core.toml.TomlPath;
import java.util.List;

/**
 * A setting as a form shows it.
 *
 * @param path where it stands, or would stand, in the text
 * @param text its value; empty if it is absent
 * @param placeholder what holds if it is absent
 * @param known what its value can speak of
 * @param problem what is wrong with it; empty if nothing is
 * @param shared with which other steps it is edited
 */
public record Field(
    TomlPath path,
    String label,
    Kind kind,
    String text,
    String placeholder,
    String help,
    Known known,
    String problem,
    Shared shared) {

  /** How it is edited. */
  public enum Kind {
    TEXT,
    /** A file or folder, relative to the project. */
    FILE,
    /** Several lines, such as SQL. */
    LONG_TEXT,
    NUMBER,
    /** A number, true or false where it looks like one, else text. */
    VALUE,
    FLAG,
    CHOICE,
    /** Texts with commas between them. */
    LIST,
    /** Name of one of the columns. */
    COLUMN,
    /** Names of columns with commas between them. */
    COLUMNS,
    /** Columns with commas between them, each with or without its direction. */
    ORDER,
    /** {@code a = b} with commas between them. */
    PAIRS,
    EXPRESSION,
    /** Takes the name of a further entry of a table of expressions. */
    NEW_EXPRESSION,
    /** Takes the name of a further column whose type is changed. */
    NEW_TYPE,
    /** Takes the name of a further column that is renamed. */
    NEW_NAME,
    /** Takes the kind of a further entry of a list. */
    NEW_ENTRY;

    /** Whether it adds to a table instead of changing a value. */
    public boolean isNew() {
      return switch (this) {
        case NEW_EXPRESSION, NEW_TYPE, NEW_NAME, NEW_ENTRY -> true;
        case TEXT,
            FILE,
            LONG_TEXT,
            NUMBER,
            VALUE,
            FLAG,
            CHOICE,
            LIST,
            COLUMN,
            COLUMNS,
            ORDER,
            PAIRS,
            EXPRESSION ->
            false;
      };
    }
  }

  /**
   * What a value can speak of.
   *
   * @param words to choose from, or to write
   * @param columns there are at this place
   */
  public record Known(List<String> words, Schema columns) {

    static final Known NOTHING = new Known(List.of(), Schema.EMPTY);

    public Known {
      words = List.copyOf(words);
    }
  }

  /**
   * The same setting of several steps.
   *
   * @param others where else it stands
   * @param differing whether the values are not the same; none of them is shown then
   */
  public record Shared(List<TomlPath> others, boolean differing) {

    public static final Shared NOTHING = new Shared(List.of(), false);

    public Shared {
      others = List.copyOf(others);
    }
  }

  /**
   * This for several steps at once.
   *
   * @param differs what stands there while the values differ
   */
  public Field shared(Shared with, String differs) {
    return new Field(
        path,
        label,
        kind,
        with.differing() ? "" : text,
        with.differing() ? differs : placeholder,
        help,
        known,
        problem,
        with);
  }

  /** This at another place in the text. */
  Field at(TomlPath place) {
    return new Field(place, label, kind, text, placeholder, help, known, problem, Shared.NOTHING);
  }

  public Field withProblem(String newProblem) {
    return new Field(path, label, kind, text, placeholder, help, known, newProblem, shared);
  }

  /** Whether its value is an expression or a statement. */
  boolean isCode() {
    return kind == Kind.EXPRESSION || (kind == Kind.LONG_TEXT && path.toString().endsWith(".sql"));
  }

  /** Whether this is the same setting, whatever its value. */
  public boolean isSameAs(Field other) {
    return path.equals(other.path)
        && shared.others.equals(other.shared.others)
        && kind == other.kind
        && label.equals(other.label);
  }
}

package io.qarion.core.problem;

/**
 * Where a problem is.
 *
 * @param file path as shown to the user, relative to the project where possible; empty if none
 * @param line from 1; 0 if the place is not inside a text
 * @param column from 1, in code points; 0 if unknown. Where {@code line} is 0, a position inside
 *     the text of the element itself, such as an expression: its UTF-16 offset there plus 1
 * @param element the thing concerned, as a dotted path such as {@code tasks.paid_orders.rules[1]};
 *     empty if none
 */
public record Place(String file, int line, int column, String element) {

  /** A place nothing is known of. */
  public static final Place UNKNOWN = new Place("", 0, 0, "");

  public Place {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column count from 1");
    }
  }

  /** A position in a text file. */
  public static Place in(String file, int line, int column) {
    return new Place(file, line, column, "");
  }

  /** An element of the project whose position in a file is not known. */
  public static Place of(String element) {
    return new Place("", 0, 0, element);
  }

  /**
   * Whether this is an element, or something inside it.
   *
   * @param path of the element, as in {@link #element}
   */
  public boolean isWithin(String path) {
    return element.equals(path) || element.startsWith(path + "[") || element.startsWith(path + ".");
  }

  public Place withElement(String newElement) {
    return new Place(file, line, column, newElement);
  }

  public Place withFile(String newFile) {
    return new Place(newFile, line, column, element);
  }

  /** {@code flows/orders.toml:3:7 (tasks.load)}, as far as it is known. */
  @Override
  public String toString() {
    var text = new StringBuilder(file);
    if (line > 0) {
      text.append(file.isEmpty() ? "line " : ":").append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    if (!element.isEmpty()) {
      text.append(text.isEmpty() ? element : " (" + element + ")");
    }
    return text.toString();
  }
}

package io.qarion.core.dataset;

/**
 * One column of a {@link Schema}.
 *
 * @param required no NULL allowed
 */
public record Column(String name, DataType type, boolean required) {

  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /** A column that may hold NULL. */
  public static Column of(String name, DataType type) {
    return new Column(name, type, false);
  }

  public Column withName(String newName) {
    return new Column(newName, type, required);
  }

  public Column withType(DataType newType) {
    return new Column(name, newType, required);
  }

  public Column optional() {
    return new Column(name, type, false);
  }
}

package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import java.util.Optional;

/**
 * A column of a file, as it is found there and as somebody declared it; one of both is there.
 *
 * @param detected type that its values have in a sample; empty if the file lacks the column
 * @param declared empty if nobody declared it
 */
public record ColumnLook(String name, Optional<DataType> detected, Optional<Column> declared) {

  /** How what is declared and what is found go together. */
  public enum Agreement {
    SAME,
    /** The declared type is another one than that of the sample; it wins. */
    OTHER_TYPE,
    /** Declared, and not in the file. */
    MISSING,
    /** In the file, and not declared where others are. */
    EXTRA
  }

  /** The type its values are read as. */
  public DataType type() {
    return declared.map(Column::type).or(() -> detected).orElseThrow();
  }

  /**
   * Compares both.
   *
   * @param anyDeclared whether columns are declared at all
   */
  public Agreement agreement(boolean anyDeclared) {
    if (declared.isEmpty()) {
      return anyDeclared ? Agreement.EXTRA : Agreement.SAME;
    }
    if (detected.isEmpty()) {
      return Agreement.MISSING;
    }
    return detected.get().equals(declared.get().type()) ? Agreement.SAME : Agreement.OTHER_TYPE;
  }
}

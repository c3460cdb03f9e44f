package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.List;

/** Makes a column of another type. */
final class Conversion {

  private Conversion() {}

  /**
   * The values as those of a type that takes all of them; the column itself if it has that type.
   */
  static Cells of(Cells cells, int size, DataType wanted) {
    return of(cells, size, wanted, false);
  }

  /** The columns with the types of a schema. */
  static List<Cells> of(List<Cells> columns, int size, Schema wanted) {
    var converted = new ArrayList<Cells>();
    for (int i = 0; i < columns.size(); i++) {
      converted.add(of(columns.get(i), size, wanted.columns().get(i).type()));
    }
    return converted;
  }

  /**
   * The values as those of a type.
   *
   * @param orNull whether one that can't be becomes NULL
   */
  static Cells of(Cells cells, int size, DataType wanted, boolean orNull) {
    if (cells.type().equals(wanted)) {
      return cells;
    }
    ScalarFunction cast = ScalarFunctions.cast(cells.type(), wanted, orNull);
    CellsBuilder builder = CellsBuilder.of(wanted, size);
    for (int row = 0; row < size; row++) {
      builder.add(cast.apply(cells.value(row)));
    }
    return builder.build();
  }
}

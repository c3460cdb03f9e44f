package io.qarion.core.transform;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.ValueType;
import java.util.Set;

/**
 * A column together with all columns of the sources it is made of.
 *
 * @param type of its values; unknown where nobody can say before the engine is asked
 * @param required no NULL
 */
public record TracedColumn(
    String name, ValueType type, boolean required, Set<ColumnOrigin> origins) {

  public TracedColumn {
    origins = Set.copyOf(origins);
  }

  /** A column as it stands in a source. */
  public static TracedColumn of(String source, Column column) {
    return new TracedColumn(
        column.name(),
        ValueType.of(column.type()),
        column.required(),
        Set.of(new ColumnOrigin(source, column.name())));
  }

  public TracedColumn named(String newName) {
    return new TracedColumn(newName, type, required, origins);
  }

  public TracedColumn typed(DataType newType) {
    return new TracedColumn(name, ValueType.of(newType), required, origins);
  }

  public TracedColumn optional() {
    return new TracedColumn(name, type, false, origins);
  }

  /** The same with other origins. */
  public TracedColumn madeOf(Set<ColumnOrigin> newOrigins) {
    return new TracedColumn(name, type, required, newOrigins);
  }
}

package io.qarion.app.designer.inspector;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that comes out of a step, or does no longer.
 *
 * @param type as it comes out; of one that is gone, as it came in
 * @param before its type as it came in, where that was another
 */
public record ColumnChange(String name, String type, Optional<String> before, Kind kind) {

  /** What the step did with it. */
  public enum Kind {
    KEPT,
    NEW,
    GONE
  }

  /**
   * The columns that come out, in their order, and then those that are gone.
   *
   * @param in of all inputs; nothing is said of changes where none is known
   */
  static List<ColumnChange> between(List<Schema> in, Schema out) {
    boolean compared = in.stream().anyMatch(schema -> schema.size() > 0);
    var changes = new ArrayList<ColumnChange>();
    for (Column column : out.columns()) {
      String type = column.type().text();
      Optional<String> before =
          in.stream()
              .flatMap(schema -> schema.find(column.name()).stream())
              .map(found -> found.type().text())
              .findFirst();
      Kind kind = compared && before.isEmpty() ? Kind.NEW : Kind.KEPT;
      changes.add(
          new ColumnChange(column.name(), type, before.filter(old -> !old.equals(type)), kind));
    }
    if (out.size() > 0) {
      in.stream()
          .flatMap(schema -> schema.columns().stream())
          .filter(column -> !out.has(column.name()))
          .map(column ->
              new ColumnChange(column.name(), column.type().text(), Optional.empty(), Kind.GONE))
          .distinct()
          .forEach(changes::add);
    }
    return changes;
  }
}

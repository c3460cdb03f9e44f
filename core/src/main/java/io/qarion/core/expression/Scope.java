package io.qarion.core.expression;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression can name where it stands, and what it may do there.
 *
 * @param sources where columns come from; several beside a join
 * @param firstWins whether a name found in several sources means the first; else it is ambiguous
 * @param parameters types of the variables
 * @param aggregates whether aggregates may be used
 * @param groupedBy columns that may be used outside of aggregates; empty if all of them may
 * @param windows whether {@code over (..)} may be used
 */
public record Scope(
    List<Source> sources,
    boolean firstWins,
    Map<String, ValueType> parameters,
    boolean aggregates,
    Optional<Set<String>> groupedBy,
    boolean windows) {

  /** Nothing to name: for expressions of literals. */
  public static final Scope EMPTY =
      new Scope(List.of(), false, Map.of(), false, Optional.empty(), false);

  public Scope {
    sources = List.copyOf(sources);
    parameters = Map.copyOf(parameters);
    groupedBy = groupedBy.map(Set::copyOf);
  }

  /**
   * One table that columns come from.
   *
   * @param name the qualifier of its columns; empty if they have none
   * @param open whether it may have columns that nobody knows; any name then fits
   */
  public record Source(Optional<String> name, Map<String, ValueType> columns, boolean open) {

    public Source {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    public static Source of(Schema schema) {
      return new Source(Optional.empty(), types(schema), false);
    }

    public static Source of(String name, Schema schema) {
      return new Source(Optional.of(name), types(schema), false);
    }

    private static Map<String, ValueType> types(Schema schema) {
      var types = new LinkedHashMap<String, ValueType>();
      for (Column column : schema.columns()) {
        types.put(column.name(), ValueType.of(column.type()));
      }
      return types;
    }
  }

  /** The columns of one table, row by row. */
  public static Scope of(Schema schema) {
    return of(List.of(Source.of(schema)));
  }

  /** The columns of several tables, row by row. */
  public static Scope of(List<Source> sources) {
    return new Scope(sources, false, Map.of(), false, Optional.empty(), false);
  }

  /** A name found in several sources means the first of them. */
  public Scope withFirstWinning() {
    return new Scope(sources, true, parameters, aggregates, groupedBy, windows);
  }

  public Scope withParameters(Map<String, ValueType> newParameters) {
    return new Scope(sources, firstWins, newParameters, aggregates, groupedBy, windows);
  }

  /** Aggregates over groups; other columns than these can only be used inside of them. */
  public Scope withGroups(Set<String> columns) {
    return new Scope(sources, firstWins, parameters, true, Optional.of(columns), windows);
  }

  public Scope withWindows() {
    return new Scope(sources, firstWins, parameters, aggregates, groupedBy, true);
  }
}

package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Puts rows of another source beside each row.
 *
 * @param with alias of the other source
 * @param suffix appended to a column of the other source whose name is taken
 */
public record JoinRows(String with, How how, JoinMatch match, String suffix)
    implements TransformationRule {

  /** What becomes of rows without a partner. */
  public enum How {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    SEMI,
    ANTI,
    CROSS;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether columns of the other source come out. */
    public boolean addsColumns() {
      return this != SEMI && this != ANTI;
    }
  }

  /** Which rows belong together. */
  public sealed interface JoinMatch {}

  /** Columns that must be equal; NULL equals nothing. */
  public record OnPairs(List<Pair> pairs) implements JoinMatch {
    public OnPairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** A column here and one there. */
  public record Pair(String left, String right) {}

  /** Any condition; columns of the other source are written {@code other.column}. */
  public record OnCondition(Formula condition) implements JoinMatch {}

  /** Every row with every row. */
  public record Always() implements JoinMatch {}

  @Override
  public String operation() {
    return "join";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    TracedSchema other = scope.source(with, "with");
    switch (match) {
      case OnPairs(List<Pair> pairs) -> {
        for (int i = 0; i < pairs.size(); i++) {
          checkPair(input, other, pairs.get(i), "on[" + i + "]", scope);
        }
      }
      case OnCondition(Formula condition) ->
          scope.joinCondition(input, with, other, condition, "condition");
      case Always _ -> {}
    }
    if (!how.addsColumns()) {
      return input;
    }
    var columns = new ArrayList<TracedColumn>();
    for (TracedColumn column : input.columns()) {
      columns.add(leftColumn(column, other));
    }
    for (JoinColumn column : otherColumns(input.names(), other.names())) {
      TracedColumn origin = other.find(column.name()).orElseThrow().named(column.as());
      columns.add(how == How.LEFT || how == How.FULL ? origin.optional() : origin);
    }
    boolean open = input.open() || other.open();
    return scope.unique(new TracedSchema(columns, open), "suffix");
  }

  /** Columns of the other source that come out, with their names there and here. */
  public List<JoinColumn> otherColumns(List<String> leftNames, List<String> otherNames) {
    var columns = new ArrayList<JoinColumn>();
    for (String name : otherNames) {
      if (!isSharedKey(name)) {
        columns.add(new JoinColumn(name, leftNames.contains(name) ? name + suffix : name));
      }
    }
    return columns;
  }

  /** Whether both sides are joined on a column of this name, so that one column comes out. */
  public boolean isSharedKey(String name) {
    return match instanceof OnPairs(List<Pair> pairs) && pairs.contains(new Pair(name, name));
  }

  /** A column of the other source and the name it comes out with. */
  public record JoinColumn(String name, String as) {}

  private TracedColumn leftColumn(TracedColumn column, TracedSchema other) {
    boolean mayLack = how == How.RIGHT || how == How.FULL;
    if (isSharedKey(column.name())) {
      var origins = new HashSet<>(column.origins());
      other.find(column.name()).ifPresent(key -> origins.addAll(key.origins()));
      return new TracedColumn(column.name(), column.type(), column.required(), origins);
    }
    return mayLack ? column.optional() : column;
  }

  private void checkPair(
      TracedSchema input, TracedSchema other, Pair pair, String written, RuleScope scope) {
    var left = scope.column(input, pair.left(), "on", written + "[0]");
    var right = scope.column(other, pair.right(), "on", written + "[1]");
    if (left.isPresent() && right.isPresent()) {
      scope.comparable(left.get(), right.get(), "on");
    }
  }
}

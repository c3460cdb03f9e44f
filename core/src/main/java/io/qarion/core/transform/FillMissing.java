package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import java.util.List;

/** Puts a value where a column has NULL. */
public record FillMissing(List<String> columns, Filling filling) implements TransformationRule {

  public FillMissing {
    columns = List.copyOf(columns);
  }

  /** Where the value comes from. */
  public sealed interface Filling {}

  /** The same expression for every column. */
  public record WithValue(Formula value) implements Filling {}

  /**
   * The nearest value before (or, backward, after) in an order.
   *
   * @param partitionBy rows are filled from rows of the same group only
   */
  public record FromNeighbour(boolean backward, List<OrderTerm> orderBy, List<String> partitionBy)
      implements Filling {
    public FromNeighbour {
      orderBy = List.copyOf(orderBy);
      partitionBy = List.copyOf(partitionBy);
    }
  }

  @Override
  public String operation() {
    return "fill";
  }

  @Override
  public boolean isRowWise() {
    return filling instanceof WithValue;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    columns.forEach(name -> scope.column(input, name, "columns"));
    switch (filling) {
      case WithValue(Formula value) ->
          columns.forEach(name -> scope.fits(input, name, value, "value"));
      case FromNeighbour neighbour -> {
        scope.order(input, neighbour.orderBy(), "order_by");
        neighbour.partitionBy().forEach(name -> scope.column(input, name, "partition_by"));
      }
    }
    return input;
  }
}

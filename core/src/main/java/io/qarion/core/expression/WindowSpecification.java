package io.qarion.core.expression;

import java.util.List;
import java.util.Optional;

/** What stands in {@code over (..)}: which rows a window function sees, and in which order. */
public record WindowSpecification(
    List<Expression> partitionBy, List<OrderTerm> orderBy, Optional<Frame> frame) {

  public WindowSpecification {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }
}

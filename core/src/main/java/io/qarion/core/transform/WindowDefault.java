package io.qarion.core.transform;

import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionRewrite;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.WindowSpecification;
import java.util.Optional;

/** Gives the calls of an expression that look at several rows a window, where they have none. */
final class WindowDefault {

  private WindowDefault() {}

  static Expression applied(Expression tree, WindowSpecification window) {
    return ExpressionRewrite.rewrite(tree, node -> withWindow(node, window));
  }

  private static Expression withWindow(Expression node, WindowSpecification window) {
    return node instanceof Expression.Call call
            && call.over().isEmpty()
            && !FunctionCatalog.standard().isScalar(call.function())
        ? new Expression.Call(
            call.function(),
            call.arguments(),
            call.distinct(),
            call.filter(),
            Optional.of(window),
            call.span())
        : node;
  }
}

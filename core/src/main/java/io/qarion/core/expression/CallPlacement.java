package io.qarion.core.expression;

import io.qarion.core.expression.Expression.Call;

/** Whether an aggregate or a window may stand where it stands. */
final class CallPlacement {

  private static final String WINDOW = "window.misplaced";
  private static final String AGGREGATE = "aggregate.misplaced";

  private CallPlacement() {}

  static void check(TypingContext context, Call call, FunctionKind kind) {
    switch (kind) {
      case SCALAR -> scalar(context, call);
      case AGGREGATE -> {
        if (call.over().isPresent()) {
          window(context, call);
          if (call.distinct()) {
            report(context, call, WINDOW, "DISTINCT has no meaning in a window.", "Remove it.");
          }
        } else {
          aggregate(context, call);
        }
      }
      case WINDOW -> windowOnly(context, call);
    }
  }

  private static void scalar(TypingContext context, Call call) {
    if (call.over().isPresent()) {
      String message = call.function() + " looks at one row, so it has no window.";
      report(context, call, WINDOW, message, "Remove over (..).");
    }
    if (call.distinct() || call.filter().isPresent()) {
      String message = call.function() + " looks at one row, so DISTINCT and FILTER do not fit.";
      report(context, call, AGGREGATE, message, "Remove them.");
    }
  }

  private static void aggregate(TypingContext context, Call call) {
    String name = call.function();
    if (context.inAggregate()) {
      String message = name + " stands inside of another aggregate.";
      report(context, call, "aggregate.nested", message, "Aggregate twice, in two steps.");
    } else if (!context.scope().aggregates()) {
      String fix =
          context.scope().windows()
              ? "Write " + name + "(..) over (partition by ..), or use an aggregate step."
              : "Use an aggregate step before this one.";
      report(context, call, AGGREGATE, name + " needs groups of rows.", fix);
    }
  }

  private static void window(TypingContext context, Call call) {
    if (context.inWindow() || context.inAggregate()) {
      String message = "A window stands inside of another one, or of an aggregate.";
      report(context, call, WINDOW, message, "Compute the inner one in a step before.");
    } else if (!context.scope().windows()) {
      report(context, call, WINDOW, "A window cannot stand here.", "Use a window step.");
    }
  }

  private static void windowOnly(TypingContext context, Call call) {
    String name = call.function();
    if (call.over().isEmpty()) {
      String fix = "Write " + name + "(..) over (order by ..).";
      report(context, call, WINDOW, name + " needs a window.", fix);
      return;
    }
    window(context, call);
    if (call.over().get().orderBy().isEmpty()) {
      String fix = "Write over (order by ..).";
      report(context, call, WINDOW, name + " needs an order of rows.", fix);
    }
    if (call.distinct() || call.filter().isPresent()) {
      String message = "DISTINCT and FILTER do not fit " + name + ".";
      report(context, call, WINDOW, message, "Remove them.");
    }
  }

  private static void report(
      TypingContext context, Call call, String code, String message, String fix) {
    context.report(call.span(), code, message, fix);
  }
}

package io.qarion.plugins.rows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that choose among values. */
final class ConditionFunctions {

  private ConditionFunctions() {}

  static Map<String, FunctionMaker> all() {
    return Map.of(
        "coalesce", (_, _) -> ConditionFunctions::firstKnown,
        "ifnull", (_, _) -> ConditionFunctions::firstKnown,
        "nullif", (_, _) -> ConditionFunctions::unlessEqual,
        "if", (_, _) -> ConditionFunctions::chosen,
        "greatest", (_, _) -> arguments -> extreme(1, arguments),
        "least", (_, _) -> arguments -> extreme(-1, arguments));
  }

  private static @Nullable Object firstKnown(@Nullable Object... arguments) {
    for (Object argument : arguments) {
      if (argument != null) {
        return argument;
      }
    }
    return null;
  }

  private static @Nullable Object unlessEqual(@Nullable Object... arguments) {
    Object value = arguments[0];
    Object unwanted = arguments[1];
    boolean isEqual = value != null && unwanted != null && ValueOrder.compare(value, unwanted) == 0;
    return isEqual ? null : value;
  }

  private static @Nullable Object chosen(@Nullable Object... arguments) {
    if (Boolean.TRUE.equals(arguments[0])) {
      return arguments[1];
    }
    return arguments.length > 2 ? arguments[2] : null;
  }

  private static @Nullable Object extreme(int direction, @Nullable Object... arguments) {
    Object found = null;
    for (Object argument : arguments) {
      boolean isFurther =
          argument != null
              && (found == null || ValueOrder.compare(argument, found) * direction > 0);
      found = isFurther ? argument : found;
    }
    return found;
  }
}

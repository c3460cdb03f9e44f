package io.qarion.core.expression;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression.Call;
import io.qarion.core.expression.Expression.Literal;
import io.qarion.core.expression.Expression.Unary;
import io.qarion.core.problem.NearestName;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the arguments that engines need to know before the first row. */
final class ConstantArguments {

  private static final String CODE = "argument.constant";

  private static final Set<String> DAY_UNITS = Set.of("year", "quarter", "month", "week", "day");
  private static final Set<String> TIME_UNITS = Set.of("hour", "minute", "second", "microsecond");

  /** Letters that a date format knows, other signs, and other letters in quotes. */
  private static final Pattern FORMAT =
      Pattern.compile("(?:yyyy|MM|dd|HH|mm|ss|SSSSSS|SSS|'[^']*'|[^A-Za-z'])+");

  private static final Pattern JSON_PATH =
      Pattern.compile("\\$(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*|\\.\"[^\"\\\\]+\"|\\[\\d{1,9}])*");

  private ConstantArguments() {}

  /** The value of an integer that is written out, with or without a sign. */
  static OptionalLong integer(Expression argument) {
    return switch (argument) {
      case Literal literal when literal.value() instanceof Long number -> OptionalLong.of(number);
      case Unary(var operator, Literal literal, _)
          when operator == UnaryOperator.MINUS && literal.value() instanceof Long number ->
          OptionalLong.of(-number);
      default -> OptionalLong.empty();
    };
  }

  static void check(
      TypingContext context, Call call, FunctionDefinition way, List<ValueType> types) {
    for (int i = 0; i < call.arguments().size(); i++) {
      FunctionParameter parameter = way.parameter(i);
      Expression argument = call.arguments().get(i);
      if (!parameter.constant() || argument instanceof Expression.Malformed) {
        continue;
      }
      if (argument instanceof Literal literal && literal.type() == PlainType.STRING) {
        text(context, literal, parameter, types);
      } else if (!isNumber(argument)) {
        String message =
            "The " + parameter.name() + " of " + call.function() + " has to be a value.";
        context.report(argument.span(), CODE, message, "Write it out, without columns or :names.");
      } else {
        number(context, argument, call.function());
      }
    }
  }

  private static boolean isNumber(Expression argument) {
    return argument instanceof Literal
        || (argument instanceof Unary unary && unary.operand() instanceof Literal);
  }

  private static void number(TypingContext context, Expression argument, String function) {
    long least =
        switch (function) {
          case "ntile", "nth_value" -> 1;
          case "lag", "lead", "regexp_extract" -> 0;
          default -> -38;
        };
    OptionalLong value = integer(argument);
    if (value.isPresent() && value.getAsLong() < least) {
      String message = "This number has to be " + least + " or more.";
      context.report(argument.span(), CODE, message, "Write " + Math.max(1, least) + ".");
    }
    boolean fraction = function.equals("percentile");
    if (fraction && !isFraction(argument)) {
      context.report(
          argument.span(), CODE, "This number has to be from 0 to 1.", "Write 0.5 for the middle.");
    }
  }

  private static boolean isFraction(Expression argument) {
    return argument instanceof Literal literal
        && literal.value() instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 1;
  }

  private static void text(
      TypingContext context, Literal literal, FunctionParameter parameter, List<ValueType> types) {
    String value = literal.value().toString();
    switch (parameter.name()) {
      case "unit" -> unit(context, literal, value, types);
      case "format" -> {
        if (!FORMAT.matcher(value).matches()) {
          context.report(
              literal.span(),
              CODE,
              "This is no date format.",
              "Use yyyy MM dd HH mm ss SSS SSSSSS; put other letters in quotes.");
        }
      }
      case "pattern" -> {
        Optional<String> problem = PortablePattern.problem(value);
        problem.ifPresent(reason ->
            context.report(
                literal.span(), CODE, reason, "Use what all engines have, see the help."));
      }
      case "zone" -> {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
          context.report(
              literal.span(),
              CODE,
              "There is no time zone '" + value + "'.",
              "Write a region such as 'Europe/Lisbon', or 'UTC'.");
        }
      }
      case "path" -> {
        if (!JSON_PATH.matcher(value).matches()) {
          context.report(
              literal.span(), CODE, "This is no path.", "Write it like $.items[0].name.");
        }
      }
      default -> {
        // Separators and replacements may be any text.
      }
    }
  }

  private static void unit(
      TypingContext context, Literal literal, String value, List<ValueType> types) {
    boolean date = types.stream().anyMatch(type -> TypeRules.is(type, PlainType.DATE));
    if (DAY_UNITS.contains(value) || (TIME_UNITS.contains(value) && !date)) {
      return;
    }
    String message =
        TIME_UNITS.contains(value)
            ? "A date has no " + value + "s."
            : "There is no unit '" + value + "'.";
    String fix =
        TIME_UNITS.contains(value)
            ? "Write cast(.. as timestamp)."
            : NearestName.of(value, DAY_UNITS)
                .or(() -> NearestName.of(value, TIME_UNITS))
                .map(unit -> "Write '" + unit + "'.")
                .orElse("Write 'year', 'quarter', 'month', 'week', 'day' or a unit of time.");
    context.report(literal.span(), CODE, message, fix);
  }
}

package io.qarion.app.cli;

import io.qarion.core.flow.Settings;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads variables of the command line with the types they have in the project's files. */
final class Variables {

  private Variables() {}

  static Map<String, Object> typed(Map<String, String> given, Settings declared) {
    var typed = new LinkedHashMap<String, Object>();
    given.forEach((name, text) -> typed.put(name, typed(name, text, declared)));
    return typed;
  }

  private static Object typed(String name, String text, Settings declared) {
    Object example = declared.values().get(name);
    try {
      return switch (example) {
        case null ->
            throw refused(
                name,
                "No flow or project declares it.",
                NearestName.hint(name, declared.keys(), "variables"));
        case Long _ -> Long.valueOf(text);
        case Double _ -> Double.valueOf(text);
        case Boolean _ -> flag(name, text);
        case LocalDate _ -> LocalDate.parse(text);
        case LocalDateTime _ -> LocalDateTime.parse(text);
        default -> text;
      };
    } catch (NumberFormatException | DateTimeParseException _) {
      throw refused(
          name, "'%s' is no value like %s.".formatted(text, example), "Write one like that.");
    }
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(name, "'%s' is neither true nor false.".formatted(text), "");
    };
  }

  private static QarionException refused(String name, String message, String fix) {
    return new QarionException(
        Problem.error("variable.wrong", Place.of("--var " + name), message, fix));
  }
}

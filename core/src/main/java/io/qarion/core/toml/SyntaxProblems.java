package io.qarion.core.toml;

import static java.util.stream.Collectors.toSet;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tomlj.TomlParseError;

/** Says in a user's words, with the way out, what is wrong with a file. */
final class SyntaxProblems {

  private static final String EXPECTED = ", expected ";

  private SyntaxProblems() {}

  static Problem encoding(SourceText source, int firstBadByte) {
    String message = "The byte 0x%02X is no UTF-8.".formatted(firstBadByte);
    return Problem.error(
        "toml.encoding",
        source.place(source.text().length()),
        message,
        "Save the file as UTF-8; TOML has no other encoding.");
  }

  /** The two shapes that have a better answer than the parser's come first. */
  static List<Problem> of(SourceText source, List<TomlParseError> errors) {
    List<Problem> known = new ArrayList<>(MissingCommaCheck.check(source));
    Set<Integer> lines = errors.stream().map(e -> e.position().line()).collect(toSet());
    TableAndArrayCheck.check(source).stream()
        .filter(problem -> lines.contains(problem.place().line()))
        .forEach(known::add);
    int firstKnown = known.stream().mapToInt(p -> p.place().line()).min().orElse(Integer.MAX_VALUE);
    var problems = new ArrayList<Problem>();
    for (TomlParseError error : errors) {
      if (error.position().line() < firstKnown) {
        problems.add(problem(source, error));
      }
    }
    problems.addAll(known);
    return problems;
  }

  private static Problem problem(SourceText source, TomlParseError error) {
    Place place = Place.in(source.fileName(), error.position().line(), error.position().column());
    String message = String.valueOf(error.getMessage());
    if (message.contains("Nesting is too deep")) {
      return Problem.error(
          "toml.depth", place, message + ".", "Use fewer levels of tables and arrays.");
    }
    if (message.contains("previously defined")) {
      return Problem.error(
          "toml.duplicate", place, message + ".", "Give one of the two another name, or drop it.");
    }
    int expected = message.indexOf(EXPECTED);
    if (expected < 0) {
      String fix = "Write it as key = value, [table] or [[array of tables]], as TOML 1.0 says.";
      return Problem.error("toml.syntax", place, message + ".", fix);
    }
    String fix = "Write here: " + message.substring(expected + EXPECTED.length()) + ".";
    return Problem.error("toml.syntax", place, message.substring(0, expected) + ".", fix);
  }
}

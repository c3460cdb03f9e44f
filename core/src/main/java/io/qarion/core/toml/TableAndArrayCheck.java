package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@code [x.y]} and {@code [[x.y]]} of one name: a shape that Qarion ETL's manual shows.
 * Works on lines, so a header inside a string of several lines counts too; only to be believed
 * where the parser sees a mistake.
 */
final class TableAndArrayCheck {

  private static final Pattern HEADER =
      Pattern.compile(
          "^[ \\t]*(\\[\\[?)[ \\t]*([^\\[\\]#\\r\\n]+?)[ \\t]*\\]\\]?", Pattern.MULTILINE);

  private record Seen(boolean array, int line) {}

  private TableAndArrayCheck() {}

  static List<Problem> check(SourceText source) {
    var seen = new HashMap<String, Seen>();
    var problems = new ArrayList<Problem>();
    Matcher matcher = HEADER.matcher(source.text());
    while (matcher.find()) {
      boolean array = matcher.group(1).length() == 2;
      String name = matcher.group(2).replaceAll("[ \\t]*\\.[ \\t]*", ".");
      int line = source.place(matcher.start(1)).line();
      Seen before = seen.get(name);
      if (before != null && before.array() != array) {
        problems.add(problem(source, matcher.start(1), name, before));
      }
      forgetBelow(seen, name, array);
      seen.putIfAbsent(name, new Seen(array, line));
    }
    return problems;
  }

  /** A new element of an array begins with none of its tables. */
  private static void forgetBelow(Map<String, Seen> seen, String name, boolean array) {
    if (array) {
      seen.keySet().removeIf(other -> other.startsWith(name + "."));
    }
  }

  private static Problem problem(SourceText source, int offset, String name, Seen before) {
    String was = before.array() ? "an array of tables" : "a table";
    String is = before.array() ? "a table" : "an array of tables";
    return Problem.error(
        "toml.table-and-array",
        source.place(offset),
        name + " is " + was + " in line " + before.line() + " and " + is + " here.",
        "Write [[" + name + "]] in both places, or give one of them another name.");
  }
}

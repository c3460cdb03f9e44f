package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions of Java that rendered statements name. A name says function and types, so that a
 * statement means the same in each connection; a connection gets a function when a statement first
 * names it.
 */
final class JavaFunctions {

  private static final String PREFIX = "xt_";
  private static final Pattern NAMED = Pattern.compile("\\b" + PREFIX + "\\w+(?=\\()");

  private final Map<String, JavaFunction> functions = new ConcurrentHashMap<>();
  private final Map<String, Integer> keyed = new ConcurrentHashMap<>();

  /**
   * The name of a function of one value a row, which is made if it is not there.
   *
   * @param name that its types make unique
   */
  String scalar(
      String name,
      List<DataType> arguments,
      DataType result,
      Supplier<JavaFunction.RowFunction> function) {
    String full = named(name, arguments, result);
    functions.computeIfAbsent(
        full, _ -> new JavaFunction.Scalar(arguments, result, function.get()));
    return full;
  }

  /**
   * The name of a function of one value for several rows.
   *
   * @param key what tells it from others of this name and these types, such as constants
   * @param overWindow whether rows may leave a group
   */
  String grouped(
      String name,
      String key,
      List<DataType> arguments,
      DataType result,
      boolean overWindow,
      Supplier<JavaFunction.Accumulator> accumulators) {
    String full = named(overWindow ? name + "_over" : name, arguments, result);
    String numbered =
        key.isEmpty()
            ? full
            : full + "_" + keyed.computeIfAbsent(full + key, _ -> keyed.size() + 1);
    functions.computeIfAbsent(
        numbered, _ -> new JavaFunction.Grouped(arguments, result, overWindow, accumulators));
    return numbered;
  }

  /**
   * The name of the function that gives, of the values in a window, the first or last that is not
   * NULL, whatever its type.
   */
  String nearest(boolean first) {
    String name = PREFIX + (first ? "next_known" : "last_known");
    functions.computeIfAbsent(name, _ -> new JavaFunction.Nearest(first));
    return name;
  }

  private static String named(String name, List<DataType> arguments, DataType result) {
    var full = new StringBuilder(PREFIX).append(name);
    arguments.forEach(type -> full.append("_").append(SqliteTypes.code(type)));
    return full.append("_to_").append(SqliteTypes.code(result)).toString();
  }

  /** The functions that a statement calls. */
  Map<String, JavaFunction> calledIn(String sql) {
    Map<String, JavaFunction> called = new HashMap<>();
    Matcher matcher = NAMED.matcher(sql);
    while (matcher.find()) {
      JavaFunction function = functions.get(matcher.group());
      if (function != null) {
        called.put(matcher.group(), function);
      }
    }
    return called;
  }
}

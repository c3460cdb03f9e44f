package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of functions and the SQL they become. A line is a function, a tab and a template. A
 * function may be followed by {@code /2}, its number of arguments, and by {@code :float}, the kind
 * of its first argument; the more exact line wins. In a template {@code $1} is an argument, {@code
 * $*} are all, {@code $distinct} and {@code $tail} are the words of an aggregate and {@code
 * $result} is the result's type.
 */
public final class FunctionTemplates {

  private static final Pattern PLACE = Pattern.compile("\\$(?:([1-9])|(\\*)|([a-z]+))");

  private final Map<String, String> templates = new HashMap<>();

  private FunctionTemplates(Stream<String> lines) {
    lines
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t+", 2))
        .forEach(cells -> templates.put(cells[0].strip(), cells[1].strip()));
  }

  /** The table in a resource beside a class. */
  public static FunctionTemplates read(Class<?> beside, String resource) {
    try (InputStream stream = beside.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new FunctionTemplates(reader.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The call as the table has it; empty if it is not there.
   *
   * @param types names of types in the engine
   */
  public Optional<String> filled(CallSql call, Function<DataType, String> types) {
    return template(call).map(template -> filled(template, call, types));
  }

  private Optional<String> template(CallSql call) {
    List<Operand> arguments = call.arguments();
    String count = "/" + arguments.size();
    String kind = arguments.isEmpty() ? "" : ":" + kind(arguments.getFirst());
    return Stream.of(
            call.name() + count + kind, call.name() + kind, call.name() + count, call.name())
        .filter(templates::containsKey)
        .findFirst()
        .map(templates::get);
  }

  private static String kind(Operand operand) {
    return operand.type() instanceof DecimalType ? "decimal" : operand.type().text();
  }

  private static String filled(String template, CallSql call, Function<DataType, String> types) {
    Matcher matcher = PLACE.matcher(template);
    var sql = new StringBuilder();
    while (matcher.find()) {
      String text;
      if (matcher.group(1) != null) {
        Operand argument = call.arguments().get(Integer.parseInt(matcher.group(1)) - 1);
        text = stands(template, matcher) ? argument.sql() : argument.closed();
      } else if (matcher.group(2) != null) {
        text = call.arguments().stream().map(Operand::sql).collect(Collectors.joining(", "));
      } else {
        text = word(matcher.group(3), call, types);
      }
      matcher.appendReplacement(sql, Matcher.quoteReplacement(text));
    }
    matcher.appendTail(sql);
    boolean tailed = template.contains("$tail");
    return tailed ? sql.toString() : sql + call.tail();
  }

  private static String word(String word, CallSql call, Function<DataType, String> types) {
    return switch (word) {
      case "distinct" -> call.distinct() ? "DISTINCT " : "";
      case "tail" -> call.tail();
      case "result" -> types.apply(call.result());
      default -> throw new IllegalStateException("a template says $" + word);
    };
  }

  /** Whether a place is closed off by commas and parentheses, so that it needs none of its own. */
  private static boolean stands(String template, Matcher place) {
    String before = template.substring(0, place.start());
    String after = template.substring(place.end());
    return (before.endsWith("(") || before.endsWith(", ") || before.endsWith("$distinct"))
        && (after.startsWith(",") || after.startsWith(")") || after.startsWith(" AS "));
  }
}

package io.qarion.core.flow;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings as written in a file: a table of text, whole and decimal numbers, switches, dates, lists
 * and tables.
 *
 * @param path where the table stands in its file, such as {@code tasks[2].config}; empty at the top
 * @param values by key, in the order written; values are String, Long, Double, Boolean, a {@code
 *     java.time} value, List of such, or Settings
 */
public record Settings(String path, Map<String, Object> values) {

  public static final Settings NONE = new Settings("", Map.of());

  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Settings of(Map<String, Object> values) {
    return new Settings("", values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Set<String> keys() {
    return values.keySet();
  }

  /** Path of a key of this table in its file. */
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  public Optional<String> text(String key) {
    return value(key, String.class, "text");
  }

  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  public Optional<Boolean> flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  public boolean flag(String key, boolean otherwise) {
    return flag(key).orElse(otherwise);
  }

  public Optional<Long> integer(String key) {
    return value(key, Long.class, "a whole number");
  }

  /** A whole or decimal number. */
  public Optional<BigDecimal> number(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value ->
            switch (value) {
              case Long whole -> BigDecimal.valueOf(whole);
              case Double decimal -> BigDecimal.valueOf(decimal);
              default -> throw wrong(key, "a number");
            });
  }

  /** A list of texts; a single text counts as a list of one. Empty if the key is absent. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    return switch (value) {
      case null -> List.of();
      case String text -> List.of(text);
      case List<?> list ->
          list.stream().map(item -> item instanceof String text ? text : failText(key)).toList();
      default -> throw wrong(key, "a list of texts");
    };
  }

  /** The values of a list of any kind; empty if the key is absent. */
  public List<Object> list(String key) {
    Object value = values.get(key);
    return switch (value) {
      case null -> List.of();
      case List<?> list -> List.copyOf(list);
      default -> throw wrong(key, "a list");
    };
  }

  public Settings table(String key) {
    return value(key, Settings.class, "a table")
        .orElseGet(() -> new Settings(pathOf(key), Map.of()));
  }

  /** A list of tables; empty if the key is absent. */
  public List<Settings> tables(String key) {
    return list(key).stream()
        .map(item -> item instanceof Settings table ? table : failTables(key))
        .toList();
  }

  private <T> Optional<T> value(String key, Class<T> kind, String expected) {
    Object value = values.get(key);
    if (value != null && !kind.isInstance(value)) {
      throw wrong(key, expected);
    }
    return Optional.ofNullable(value).map(kind::cast);
  }

  private String failText(String key) {
    throw wrong(key, "a list of texts");
  }

  private Settings failTables(String key) {
    throw wrong(key, "a list of tables");
  }

  private QarionException wrong(String key, String expected) {
    return new QarionException(
        Problem.error(
            "setting.type",
            Place.of(pathOf(key)),
            "'" + key + "' must be " + expected + ".",
            "Write " + expected + "."));
  }
}

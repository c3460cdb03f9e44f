package io.qarion.core.project;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what settings touch by the names that all plug-ins give such settings, wherever they stand.
 * So the answer needs no plug-in, no engine and no file, and is the same for a flow with errors.
 */
final class SettingsTouches {

  private static final String USUAL_HISTORY = ".qarion/metadata.db";
  private static final List<String> STORES = List.of("path", "temp_directory");

  private final Map<String, Object> variables;

  private SettingsTouches(Map<String, Object> variables) {
    this.variables = variables;
  }

  static Stream<Touch> ofProject(ProjectSettings settings) {
    Stream<String> history =
        Stream.of(settings.metadataPath()).filter(path -> !path.equals(USUAL_HISTORY));
    Stream<String> engine =
        STORES.stream().flatMap(key -> text(settings.engineConfig(), key).stream());
    return Stream.concat(history, engine).map(path -> new Touch(Touch.Kind.STORE, path));
  }

  static Stream<Touch> ofFlow(ProjectSettings settings, Flow flow) {
    var values = new LinkedHashMap<>(settings.variables().values());
    values.putAll(flow.variables().values());
    var touches = new SettingsTouches(values);
    return Stream.concat(
        touches.in(flow.properties(), flow.flowType()),
        flow.tasks().stream()
            .flatMap(task ->
                Stream.of(task.properties(), task.config())
                    .flatMap(table -> touches.in(table, task.type()))));
  }

  /**
   * What a table and those in it touch.
   *
   * @param purpose the table's key or the task's type, which says what a mere {@code path} is for
   */
  private Stream<Touch> in(Settings table, String purpose) {
    return table.values().entrySet().stream()
        .flatMap(entry -> {
          String key = entry.getKey();
          return switch (entry.getValue()) {
            case Settings inner -> in(inner, key);
            case List<?> list ->
                list.stream()
                    .flatMap(
                        item -> item instanceof Settings inner ? in(inner, key) : Stream.empty());
            case String text -> touch(table, key, text, purpose).stream();
            default -> Stream.empty();
          };
        });
  }

  private Optional<Touch> touch(Settings table, String key, String text, String purpose) {
    return switch (key) {
      case "sql", "query" -> Optional.of(new Touch(Touch.Kind.SQL, text.strip()));
      case "source_path" -> Optional.of(read(table, text));
      case "file_path" -> Optional.of(write(text));
      case "path" -> Optional.of(isWritten(purpose) ? write(text) : read(table, text));
      case "url" -> Optional.of(new Touch(Touch.Kind.NETWORK, filled(text)));
      default -> Optional.empty();
    };
  }

  private static boolean isWritten(String purpose) {
    return purpose.startsWith("export") || purpose.equals("publisher");
  }

  private Touch write(String path) {
    return new Touch(Touch.Kind.WRITE, filled(path));
  }

  private Touch read(Settings table, String path) {
    boolean recursive = Boolean.TRUE.equals(table.values().get("recursive"));
    String files =
        text(table, "file_pattern")
            .map(pattern -> (path.endsWith("/") ? "" : "/") + (recursive ? "**/" : "") + pattern)
            .orElse(recursive ? "/**" : "");
    return new Touch(Touch.Kind.READ, filled(path + files));
  }

  /** With the values of variables, since another value is another file. */
  private String filled(String path) {
    String text = path;
    for (Map.Entry<String, Object> variable : variables.entrySet()) {
      text =
          text.replaceAll(
              "\\{\\{\\s*" + Pattern.quote(variable.getKey()) + "\\s*}}",
              Matcher.quoteReplacement(variable.getValue().toString()));
    }
    return text;
  }

  /** Where it is something else than text, the check of settings says so. */
  private static Optional<String> text(Settings table, String key) {
    return table.values().get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}

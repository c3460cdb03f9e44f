package io.qarion.core.edit.rename;

import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a variable of a flow another name, in its expressions, statements and paths. */
public record RenameVariable(ProjectTexts texts) {

  private static final String VARIABLES = "variables";
  private static final Set<String> WORDS =
      Set.of("name", "description", "check_name", "check_id", "id", "title", "text", "owner");
  private static final Set<String> STATEMENTS = Set.of("sql", "query");

  /**
   * Renames a variable.
   *
   * @param file of the flow that has it
   * @throws io.qarion.core.problem.QarionException if the flow does not have it, or has another of
   *     the new name
   */
  public ProjectChange of(String file, String from, String to) {
    ProjectChange.checkName(from, to);
    Map<String, TextChanges> all = TextChanges.of(texts);
    TextChanges text = all.get(file);
    TomlPath variables = TomlPath.of(VARIABLES);
    if (text == null || text.find(variables.key(from)).isEmpty()) {
      throw ProjectChange.refused(
          file,
          VARIABLES,
          "The flow has no variable '%s' of its own.".formatted(from),
          "Variables of the project are in its own file, and are used by all flows.");
    }
    if (text.find(variables.key(to)).isPresent()) {
      throw ProjectChange.taken("a variable", to);
    }
    if (!to.codePoints().allMatch(sign -> sign == '_' || Character.isLetterOrDigit(sign))) {
      throw ProjectChange.refused(
          file, VARIABLES, "':%s' can't be written.".formatted(to), "Use letters, digits and _.");
    }
    TomlDocument before = text.document();
    text.key(variables.key(from), to, false);
    names(text, before.root(), from, to);
    String flow = before.root().string("id").orElse("");
    all.values().forEach(other -> calls(other, flow, from, to));
    return TextChanges.projectChange(all.values());
  }

  private static void names(TextChanges text, TomlNode node, String from, String to) {
    switch (node) {
      case TomlTableNode table ->
          table.children().values().forEach(child -> names(text, child, from, to));
      case TomlArrayNode array -> array.items().forEach(item -> names(text, item, from, to));
      case TomlScalarNode scalar -> {
        String key = scalar.path().keys().isEmpty() ? "" : scalar.path().keys().getLast();
        boolean statement = STATEMENTS.contains(key);
        if (!WORDS.contains(key) && !scalar.path().keys().getFirst().equals(VARIABLES)) {
          text.texts(
              scalar.path(),
              value -> {
                String bound = Statements.variable(value, from, to);
                return statement ? bound : braced(bound, from, to);
              },
              statement);
        }
      }
    }
  }

  /** In paths, a variable stands between braces; in statements that is a dataset. */
  private static String braced(String value, String from, String to) {
    return Pattern.compile("(\\{\\{\\s*)" + Pattern.quote(from) + "(\\s*}})")
        .matcher(value)
        .replaceAll("$1" + Matcher.quoteReplacement(to) + "$2");
  }

  /** Tasks of other flows that run this one and give the variable a value. */
  private static void calls(TextChanges text, String flow, String from, String to) {
    for (Step step : Step.of(text)) {
      TomlPath properties = step.path().key("properties");
      TomlPath value = properties.key(VARIABLES).key(from);
      if (text.text(properties.key("flow_id")).filter(flow::equals).isPresent()
          && text.find(value).isPresent()) {
        text.key(value, to, false);
      }
    }
  }
}

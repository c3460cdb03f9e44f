package io.qarion.core.plugin;

import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.UnknownKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares settings with their declarations: unknown, missing, of another kind. */
public final class DeclaredProperties {

  private final Map<String, PropertyDeclaration> declared = new LinkedHashMap<>();
  private final Consumer<Problem> problems;

  public DeclaredProperties(List<PropertyDeclaration> declarations, Consumer<Problem> problems) {
    declarations.forEach(declaration -> declared.put(declaration.key(), declaration));
    this.problems = problems;
  }

  /**
   * Reports what does not fit.
   *
   * @param element path of the table in its file
   */
  public void check(Settings settings, String element) {
    check(settings, "", element);
    for (PropertyDeclaration declaration : declared.values()) {
      if (declaration.required() && !has(settings, declaration.key())) {
        problems.accept(
            Problem.error(
                "setting.missing",
                Place.of(element + "." + declaration.key()),
                "'%s' is missing.".formatted(declaration.key()),
                declaration.help()));
      }
    }
  }

  private void check(Settings settings, String prefix, String element) {
    for (var entry : settings.values().entrySet()) {
      String key = prefix + entry.getKey();
      String place = element + "." + entry.getKey();
      PropertyDeclaration declaration = declared.get(key);
      if (declaration != null) {
        checkKind(declaration, entry.getValue(), place);
      } else if (isPrefix(key) && entry.getValue() instanceof Settings inner) {
        check(inner, key + ".", place);
      } else {
        Set<String> present = settings.values().keySet();
        problems.accept(
            Problem.hint(
                    "setting.unknown",
                    Place.of(place),
                    "Nothing is known of the setting '%s'; it is kept and ignored.".formatted(key),
                    NearestName.of(key, declared.keySet())
                        .map("Did you mean '%s'?"::formatted)
                        .orElse(""))
                .with(UnknownKey.fixes(place, entry.getKey(), below(prefix), present)));
      }
    }
  }

  /** The names that a table inside of the settings can hold. */
  private Set<String> below(String prefix) {
    return declared.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
        .collect(Collectors.toSet());
  }

  private boolean isPrefix(String key) {
    return declared.keySet().stream().anyMatch(name -> name.startsWith(key + "."));
  }

  private void checkKind(PropertyDeclaration declaration, Object value, String place) {
    PropertyKind kind = declaration.kind();
    if (kind instanceof Tables tables && fits(kind, value)) {
      checkEntries(tables, (List<?>) value, place);
    } else if (!fits(kind, value)) {
      problems.accept(
          Problem.error(
              "setting.type",
              Place.of(place),
              "'%s' must be %s.".formatted(declaration.key(), expected(kind)),
              declaration.help()));
    } else if (kind instanceof Choice(List<String> words)
        && value instanceof String word
        && !words.contains(word)) {
      problems.accept(
          Problem.error(
                  "setting.choice",
                  Place.of(place),
                  "'%s' can't be '%s'.".formatted(declaration.key(), word),
                  NearestName.of(word, words)
                      .map("Did you mean '%s'?"::formatted)
                      .orElse("Write one of: " + String.join(", ", words) + "."))
              .with(QuickFix.replacements(place, word, words)));
    }
  }

  /** What an entry of an unknown kind may have is not known either. */
  private void checkEntries(Tables tables, List<?> entries, String place) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Settings entry
          && tables.kinds().containsKey(entry.text(tables.kindKey(), ""))) {
        var own = new ArrayList<>(tables.of(entry.text(tables.kindKey(), "")));
        own.add(
            PropertyDeclaration.required(tables.kindKey(), Simple.TEXT, "Of which kind it is."));
        own.add(
            PropertyDeclaration.optional(tables.nameKey(), Simple.TEXT, "", "What it is called."));
        new DeclaredProperties(own, problems).check(entry, place + "[" + i + "]");
      }
    }
  }

  private static boolean fits(PropertyKind kind, Object value) {
    return switch (kind) {
      case Choice _ -> value instanceof String;
      case Named _, Options _ -> value instanceof Settings;
      case Tables _ -> isTables(value);
      case Simple simple ->
          switch (simple) {
            case TEXT, FILE, COLUMN, EXPRESSION, SQL, DATASET, TYPE -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case NUMBER -> value instanceof Long || value instanceof Double;
            case FLAG -> value instanceof Boolean;
            case COLUMNS, TEXTS, ORDER ->
                value instanceof String
                    || (value instanceof List<?> list
                        && list.stream().allMatch(item -> item instanceof String));
            case TABLES -> isTables(value);
            case PAIRS -> value instanceof List<?>;
            case VALUE -> true;
          };
    };
  }

  private static boolean isTables(Object value) {
    return value instanceof List<?> list
        && list.stream().allMatch(item -> item instanceof Settings);
  }

  private static String expected(PropertyKind kind) {
    return switch (kind) {
      case Named _, Options _ -> "a table";
      case Tables _ -> "a list of tables";
      case Choice(List<String> words) -> "one of " + String.join(", ", words);
      case Simple simple ->
          switch (simple) {
            case TEXT, FILE, COLUMN, EXPRESSION, SQL, DATASET, TYPE -> "text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case FLAG -> "true or false";
            case COLUMNS, TEXTS, ORDER -> "a list of texts";
            case PAIRS -> "a list of pairs";
            case TABLES -> "a list of tables";
            case VALUE -> "a value";
          };
    };
  }

  private static boolean has(Settings settings, String key) {
    var at = settings;
    var parts = new ArrayList<>(List.of(key.split("\\.", -1)));
    String last = parts.removeLast();
    for (String part : parts) {
      at = at.table(part);
    }
    return at.has(last);
  }
}

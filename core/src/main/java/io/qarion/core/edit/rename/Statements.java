package io.qarion.core.edit.rename;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes names in SQL by its words: no engine is asked, so what comes out is for somebody to look
 * at.
 */
final class Statements {

  private static final Set<String> NO_ALIAS =
      Set.of(
          "on",
          "using",
          "where",
          "group",
          "order",
          "having",
          "limit",
          "left",
          "right",
          "full",
          "inner",
          "cross",
          "join",
          "natural",
          "union",
          "except",
          "intersect",
          "window",
          "qualify",
          "semi",
          "anti",
          "asof",
          "positional",
          "tablesample",
          "as");

  private Statements() {}

  /**
   * New names for columns of datasets.
   *
   * @param names by dataset, old to new
   * @param others columns of the datasets read whose names stay
   */
  static String columns(String sql, Map<String, Map<String, String>> names, Set<String> others) {
    var words = new Words(sql);
    Map<String, String> aliases = aliases(words);
    var merged = new LinkedHashMap<String, String>();
    aliases.values().forEach(dataset -> merged.putAll(names.getOrDefault(dataset, Map.of())));
    Set<String> defined = defined(words);
    int end = lastOrder(words);
    for (int i = 0; i < words.size(); i++) {
      Optional<String> name = words.name(i);
      if (name.isEmpty() || isNoColumn(words, i)) {
        continue;
      }
      Optional<String> renamed;
      if (words.isSymbol(i - 1, ".")) {
        String alias = words.name(i - 2).orElse("").toLowerCase(Locale.ROOT);
        Map<String, String> its =
            aliases.containsKey(alias)
                ? names.getOrDefault(aliases.getOrDefault(alias, ""), Map.of())
                : merged;
        renamed = Optional.ofNullable(its.get(name.get()));
      } else {
        boolean other = others.contains(name.get()) || (i > end && defined.contains(name.get()));
        renamed = other ? Optional.empty() : Optional.ofNullable(merged.get(name.get()));
      }
      int at = i;
      renamed.ifPresent(to -> words.rename(at, to));
    }
    return words.changed();
  }

  private static boolean isNoColumn(Words words, int index) {
    return words.isSymbol(index + 1, "(")
        || words.isSymbol(index + 1, ".")
        || words.isWord(index - 1, "as");
  }

  /** Names that the statement itself gives to something. */
  static Set<String> defined(Words words) {
    var defined = new HashSet<String>();
    for (int i = 1; i < words.size(); i++) {
      if (words.isWord(i - 1, "as")) {
        words.name(i).ifPresent(defined::add);
      }
    }
    return defined;
  }

  /** From the last {@code ORDER} on, names that the statement gives come first. */
  private static int lastOrder(Words words) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (words.isWord(i, "order")) {
        return i;
      }
    }
    return words.size();
  }

  /** Datasets by what the statement calls them, in small letters. */
  private static Map<String, String> aliases(Words words) {
    var aliases = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i++) {
      Optional<String> dataset = words.braced(i);
      if (dataset.isPresent()) {
        int next = words.isWord(i + 1, "as") ? i + 2 : i + 1;
        String alias =
            words
                .name(next)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !NO_ALIAS.contains(name))
                .orElseGet(() -> dataset.get().toLowerCase(Locale.ROOT));
        aliases.put(alias, dataset.get());
      }
    }
    return aliases;
  }

  /** Another name for a column that the statement itself names, wherever it stands. */
  static String output(String sql, String from, String to, boolean onlyDefined) {
    var words = new Words(sql);
    for (int i = 0; i < words.size(); i++) {
      boolean defined = words.isWord(i - 1, "as");
      boolean plain = !words.isSymbol(i + 1, "(") && !words.isSymbol(i + 1, ".");
      if (words.name(i).filter(from::equals).isPresent() && (defined || (!onlyDefined && plain))) {
        words.rename(i, to);
      }
    }
    return words.changed();
  }

  /** The datasets between braces. */
  static Set<String> datasets(String sql) {
    return new HashSet<>(aliases(new Words(sql)).values());
  }

  /** Another name between braces. */
  static String dataset(String sql, String from, String to) {
    var words = new Words(sql);
    for (int i = 0; i < words.size(); i++) {
      if (words.braced(i).filter(from::equals).isPresent()) {
        words.renameParameter(i, to);
      }
    }
    return words.changed();
  }

  /** Another name behind a colon. */
  static String variable(String text, String from, String to) {
    var words = new Words(text);
    for (int i = 0; i < words.size(); i++) {
      if (words.bound(i).filter(from::equals).isPresent()) {
        words.renameParameter(i, to);
      }
    }
    return words.changed();
  }
}

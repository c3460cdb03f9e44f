package io.qarion.core.toml;

import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.UnknownKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the keys of one table, and reports at their places what is missing, of another kind or not
 * known.
 */
final class TableReader {

  private final TomlTableNode table;
  private final Consumer<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();
  private boolean broken;

  TableReader(TomlTableNode table, Consumer<Problem> problems) {
    this.table = table;
    this.problems = problems;
  }

  TomlTableNode node() {
    return table;
  }

  Consumer<Problem> problems() {
    return problems;
  }

  /** Whether an error was reported here. */
  boolean isBroken() {
    return broken;
  }

  boolean has(String key) {
    return table.has(key);
  }

  /** Keys that may stand here and that nothing reads. */
  TableReader accept(String... keys) {
    known.addAll(Arrays.asList(keys));
    return this;
  }

  Optional<String> text(String key) {
    return read(key, ValueKind.TEXT, Scalars::text);
  }

  /** Without a value: empty, and reported. */
  String needText(String key) {
    return need(key, ValueKind.TEXT, text(key)).orElse("");
  }

  /** A text that must be there and say something. */
  String needName(String key) {
    return needName(key, ValueKind.TEXT.fix(key));
  }

  /**
   * A text that must be there and say something.
   *
   * @param fix what to write if it is not
   */
  String needName(String key, String fix) {
    Optional<String> text = text(key);
    if (!table.has(key)) {
      error(key, "field.missing", "'" + key + "' is missing.", fix);
    } else if (text.isPresent() && text.get().isBlank()) {
      error(key, "field.empty", "'" + key + "' is empty.", fix);
    }
    return text.orElse("");
  }

  boolean flag(String key, boolean otherwise) {
    return read(key, ValueKind.FLAG, Scalars::flag).orElse(otherwise);
  }

  Optional<Long> whole(String key) {
    return read(key, ValueKind.WHOLE, Scalars::whole);
  }

  Optional<Double> number(String key) {
    return read(key, ValueKind.NUMBER, Scalars::number);
  }

  /** A list of names; one text counts as a list of one. */
  List<String> names(String key) {
    return read(key, ValueKind.NAMES, Scalars::names).orElse(List.of());
  }

  /** A list of names that must be there and not be empty. */
  List<String> needNames(String key) {
    Optional<List<String>> read = read(key, ValueKind.NAMES, Scalars::names);
    List<String> names = need(key, ValueKind.NAMES, read).orElse(List.of());
    if (names.isEmpty() && read.isPresent()) {
      error(key, "field.empty", "'" + key + "' is empty.", ValueKind.NAMES.fix(key));
    }
    return names;
  }

  /** One of some words, in lower case. */
  String choice(String key, String otherwise, List<String> words) {
    Optional<String> word = text(key);
    if (word.isPresent() && !words.contains(word.get())) {
      wrongWord(key, "field.choice", "'%s' can't be '%s'.".formatted(key, word.get()), words);
      return otherwise;
    }
    return word.orElse(otherwise);
  }

  /** Reports a text that is none of some words, with the word that was probably meant. */
  void wrongWord(String key, String code, String message, List<String> words) {
    String word = text(key).orElse("");
    String fix =
        NearestName.of(word, words)
            .map("Did you mean '%s'?"::formatted)
            .orElse("Write one of: " + String.join(", ", words) + ".");
    Place place = placeOf(key);
    broken(
        Problem.error(code, place, message, fix)
            .with(QuickFix.replacements(place.element(), word, words)));
  }

  /** An inner table, in whatever form it is written. */
  Optional<TomlTableNode> table(String key) {
    return read(
        key,
        ValueKind.TABLE,
        node -> node instanceof TomlTableNode inner ? Optional.of(inner) : Optional.empty());
  }

  /** The tables of a list, in whatever form it is written. */
  List<TomlTableNode> tables(String key) {
    return read(key, ValueKind.TABLES, TableReader::allTables).orElse(List.of());
  }

  /** Something of the caller's own kind; what has another one is reported. */
  <T> Optional<T> read(String key, ValueKind kind, Function<TomlNode, Optional<T>> reading) {
    known.add(key);
    Optional<TomlNode> node = table.get(key);
    Optional<T> value = node.flatMap(reading);
    if (node.isPresent() && value.isEmpty()) {
      error(key, "field.type", "'" + key + "' must be " + kind.description() + ".", kind.fix(key));
    }
    return value;
  }

  /** Reports a key without which the table says nothing. */
  <T> Optional<T> need(String key, ValueKind kind, Optional<T> value) {
    if (value.isEmpty() && !table.has(key)) {
      error(key, "field.missing", "'" + key + "' is missing.", kind.fix(key));
    }
    return value;
  }

  /** At the value of a key, or of the table where it has no such key. */
  void error(String key, String code, String message, String fix) {
    broken(Problem.error(code, placeOf(key), message, fix));
  }

  /** Reports an error below one of the keys. */
  void broken(Problem problem) {
    broken = true;
    problems.accept(problem);
  }

  /** The value of a key; where there is none, the table, with the key as element. */
  Place placeOf(String key) {
    Place place = table.get(key).map(TomlNode::place).orElseGet(table::place);
    return place.withElement(table.path().key(key).toString());
  }

  /** Reports each key that nobody asked for, once. */
  void reportUnknown() {
    var names = new ArrayList<>(known);
    for (TomlNode child : table.children().values()) {
      if (child.path().last() instanceof TomlPath.Key(String key) && !known.contains(key)) {
        problems.accept(
            Problem.hint(
                    "key.unknown",
                    child.keyPlace(),
                    "Nothing is known of the key '%s'; it is kept and ignored.".formatted(key),
                    NearestName.hint(key, names, "keys here"))
                .with(UnknownKey.fixes(child.path().toString(), key, known, table.keys())));
      }
    }
  }

  private static Optional<List<TomlTableNode>> allTables(TomlNode node) {
    return node instanceof TomlArrayNode array && array.tables().size() == array.size()
        ? Optional.of(array.tables())
        : Optional.empty();
  }
}

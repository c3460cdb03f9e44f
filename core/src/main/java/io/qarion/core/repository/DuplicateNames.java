package io.qarion.core.repository;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.ElementPlaces;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds files that say they are the same thing. */
final class DuplicateNames<T> {

  private final String kind;
  private final String key;
  private final Function<T, TomlDocument> document;
  private final Function<T, String> name;

  private final Map<String, List<T>> byName = new HashMap<>();

  /**
   * @param kind what the files define, such as {@code flow}
   * @param key which key names it
   */
  DuplicateNames(
      String kind, String key, Function<T, TomlDocument> document, Function<T, String> name) {
    this.kind = kind;
    this.key = key;
    this.document = document;
    this.name = name;
  }

  DuplicateNames<T> among(List<T> files) {
    for (T file : files) {
      if (isNamed(file)) {
        byName.computeIfAbsent(name.apply(file), _ -> new ArrayList<>()).add(file);
      }
    }
    return this;
  }

  /** The problems of one file, with one more if another file has its name. */
  List<Problem> addTo(T one, List<Problem> problems) {
    List<T> namesakes = byName.getOrDefault(name.apply(one), List.of());
    Optional<T> other = namesakes.stream().filter(file -> !file.equals(one)).findFirst();
    if (other.isEmpty() || !isNamed(one)) {
      return problems;
    }
    String file = document.apply(one).fileName();
    String otherFile = document.apply(other.get()).fileName();
    Problem duplicate =
        Problem.error(
            kind + ".duplicate",
            Place.of(key),
            "'%s' and '%s' both define the %s '%s'."
                .formatted(file, otherFile, kind, name.apply(one)),
            "Give one of them another " + key + ", or delete one of the files.");
    var more = new ArrayList<>(problems);
    more.add(new ElementPlaces(document.apply(one)).locate(duplicate));
    return more;
  }

  /** A file without a name of its own, or that can't be read, claims no name. */
  private boolean isNamed(T file) {
    return document.apply(file).root().string(key).isPresent();
  }
}

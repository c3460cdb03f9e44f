package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the elements that problems speak of are written in a file. An element that is not
 * there has the place of the nearest one around it.
 */
public final class ElementPlaces {

  private final TomlDocument document;

  public ElementPlaces(TomlDocument document) {
    this.document = document;
  }

  /**
   * File, line and column of an element such as {@code tasks[2].rules[1].condition}; the place
   * itself if it has a line. Keys may stand in quotes or as they are, and an element of a list may
   * be named by its {@code id} or {@code name}.
   */
  public Place locate(Place place) {
    if (place.line() > 0) {
      return place.file().isEmpty() ? place.withFile(document.fileName()) : place;
    }
    if (!document.isValid()) {
      return start(place);
    }
    Found found = find(document.root(), place.element());
    if (found.node().path().isRoot()) {
      return start(place);
    }
    boolean inside = found.isWhole() && place.column() > 0;
    Place at = inside ? TextPosition.in(found.node(), place.column() - 1) : found.node().place();
    return at.withElement(place.element());
  }

  /** The same problem where it is written, with those of its quick fixes that fit the text. */
  public Problem locate(Problem problem) {
    Problem located = problem.at(locate(problem.place()));
    if (problem.quickFixes().isEmpty()) {
      return located;
    }
    return located.with(
        problem.quickFixes().stream().filter(fix -> QuickFixes.fits(document, fix)).toList());
  }

  /** The node of an element, spelled as in {@link #locate(Place)}; empty if it is not there. */
  Optional<TomlNode> node(String element) {
    Found found = find(document.root(), element);
    return found.isWhole() ? Optional.of(found.node()) : Optional.empty();
  }

  public List<Problem> locate(List<Problem> problems) {
    return problems.stream().map(this::locate).toList();
  }

  private Place start(Place place) {
    return Place.in(document.fileName(), 1, 1).withElement(place.element());
  }

  /** How far an element path leads, and what of it is left. */
  private record Found(TomlNode node, String rest) {

    boolean isWhole() {
      return rest.isEmpty();
    }
  }

  private static Found find(TomlNode start, String element) {
    Found best = new Found(start, element);
    if (element.isEmpty()) {
      return best;
    }
    String path = element.startsWith(".") ? element.substring(1) : element;
    Optional<Found> next =
        switch (start) {
          case TomlTableNode table -> key(table, path);
          case TomlArrayNode array -> item(array, path);
          case TomlScalarNode _ -> Optional.empty();
        };
    return next.orElse(best);
  }

  /** The key that leads furthest: names with dots may be spelled with or without quotes. */
  private static Optional<Found> key(TomlTableNode table, String path) {
    Optional<Found> best = Optional.empty();
    for (var child : table.children().entrySet()) {
      for (String spelling : List.of(child.getKey(), StringText.basic(child.getKey()))) {
        if (beginsWith(path, spelling)) {
          Found found = find(child.getValue(), path.substring(spelling.length()));
          best = best.filter(other -> isShorter(other, found)).or(() -> Optional.of(found));
        }
      }
    }
    return best;
  }

  private static boolean isShorter(Found one, Found other) {
    return one.rest().length() <= other.rest().length();
  }

  private static Optional<Found> item(TomlArrayNode array, String path) {
    int close = path.indexOf(']');
    if (path.startsWith("[") && close > 1 && isIndex(path.substring(1, close))) {
      int index = Integer.parseInt(path.substring(1, close));
      return index < array.size()
          ? Optional.of(find(array.items().get(index), path.substring(close + 1)))
          : Optional.empty();
    }
    for (TomlTableNode table : array.tables()) {
      Optional<String> name = table.string("id").or(() -> table.string("name"));
      if (name.isPresent() && beginsWith(path, name.get())) {
        return Optional.of(find(table, path.substring(name.get().length())));
      }
    }
    return Optional.empty();
  }

  private static boolean isIndex(String text) {
    return text.length() < 9 && text.chars().allMatch(Character::isDigit);
  }

  private static boolean beginsWith(String path, String name) {
    return !name.isEmpty()
        && path.startsWith(name)
        && (path.length() == name.length() || ".[".indexOf(path.charAt(name.length())) >= 0);
  }
}

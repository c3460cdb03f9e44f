package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes elements of arrays of tables from text to text as they are spelled. */
final class Excerpt {

  private final TomlDocument source;

  Excerpt(TomlDocument source) {
    this.source = source;
  }

  TomlDocument of(TomlPath path, Set<Integer> indices) {
    TomlArrayNode array = array(source, path);
    var lines = new ArrayList<String>();
    var values = new ArrayList<TomlValue>();
    for (int index : new TreeSet<>(indices)) {
      lines.add(lines(array.items().get(index)));
      values.add(array.items().get(index).value());
    }
    TomlDocument empty = source.withText("");
    if (values.isEmpty()) {
      return empty;
    }
    if (array.isByHeaders()) {
      TomlDocument spelled = empty.withText(joined(lines));
      // Where a key of the same text is written another way, its lines say something else alone.
      if (spelled.isValid() && spelled.root().value().equals(content(path, values))) {
        return spelled;
      }
    }
    return empty.set(path, new TomlValue.Items(values));
  }

  TomlDocument insert(TomlDocument target, TomlPath path, int index) {
    Optional<TomlNode> given = source.find(path);
    if (given.isEmpty()) {
      return target;
    }
    TomlArrayNode elements = array(source, path);
    List<TomlValue> values = elements.items().stream().map(TomlNode::value).toList();
    if (elements.isByHeaders() && target.find(path).isPresent()) {
      TomlArrayNode array = array(target, path);
      if (array.isByHeaders() && index <= array.size()) {
        String lines = source.text().replace(source.source().lineEnd(), target.source().lineEnd());
        return new TomlEditor(target).insertSpelled(array, index, lines, values);
      }
    }
    if (elements.isByHeaders() && target.find(path).isEmpty()) {
      return appended(target, path, values);
    }
    TomlDocument changed = target;
    for (int i = 0; i < values.size(); i++) {
      changed = changed.insert(path, index + i, values.get(i));
    }
    return changed;
  }

  /** The first is written anew to find the place of an array, then all as they are spelled. */
  private TomlDocument appended(TomlDocument target, TomlPath path, List<TomlValue> values) {
    TomlDocument begun = target.insert(path, 0, values.getFirst());
    return array(begun, path).isByHeaders()
        ? insert(begun, path, 0).remove(path.index(values.size()))
        : begun.set(path, new TomlValue.Items(values));
  }

  private static TomlArrayNode array(TomlDocument document, TomlPath path) {
    TomlNode node = document.existing(path);
    if (node instanceof TomlArrayNode array) {
      return array;
    }
    throw EditProblems.clash(node, path + " is no array.");
  }

  private static TomlValue content(TomlPath path, List<TomlValue> values) {
    TomlValue content = new TomlValue.Items(values);
    for (String key : path.keys().reversed()) {
      content = new TomlValue.Table(Map.of(key, content));
    }
    return content;
  }

  private String lines(TomlNode element) {
    var blocks = new Blocks(source.source(), source.tree());
    var lines = new StringBuilder();
    for (Span region : blocks.regions(element)) {
      lines.append(ended(source.text().substring(region.start(), region.end())));
    }
    return lines.toString();
  }

  private String joined(List<String> lines) {
    boolean parted = new Blocks(source.source(), source.tree()).partsSections();
    return String.join(parted ? source.source().lineEnd() : "", lines);
  }

  private String ended(String text) {
    return text.endsWith("\n") ? text : text + source.source().lineEnd();
  }
}

package io.qarion.core.edit.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A text on its way to another, with all that changes in it. */
final class TextChanges {

  private final TomlDocument original;
  private final List<Change> changes = new ArrayList<>();
  private TomlDocument document;

  TextChanges(TomlDocument document) {
    this.original = document;
    this.document = document;
  }

  TomlDocument original() {
    return original;
  }

  TomlDocument document() {
    return document;
  }

  String file() {
    return original.fileName();
  }

  /** One for each text, by its file. */
  static Map<String, TextChanges> of(ProjectTexts texts) {
    var all = new LinkedHashMap<String, TextChanges>();
    texts.all().forEach(text -> all.put(text.fileName(), new TextChanges(text)));
    return all;
  }

  static ProjectChange projectChange(Iterable<TextChanges> texts) {
    var changes = new ArrayList<Change>();
    var documents = new ArrayList<TomlDocument>();
    for (TextChanges text : texts) {
      if (!text.changes.isEmpty()) {
        if (text.original.isOfNewerFormat()) {
          throw ProjectChange.refused(
              text.file(),
              "",
              "'%s' is of a newer format and can't be changed.".formatted(text.file()),
              "Take a newer version of the program.");
        }
        changes.addAll(text.changes);
        documents.add(text.document);
      }
    }
    return new ProjectChange(changes, documents);
  }

  /** Whether this is the file that declares a dataset. */
  boolean declares(String dataset) {
    TomlTableNode root = document.root();
    return !root.has("tasks")
        && !root.has("flow_type")
        && root.string("name").filter(dataset::equals).isPresent();
  }

  Optional<TomlNode> find(TomlPath path) {
    return document.find(path);
  }

  Optional<TomlTableNode> table(TomlPath path) {
    return find(path).filter(TomlTableNode.class::isInstance).map(TomlTableNode.class::cast);
  }

  /** How many elements an array has; none if it is not there. */
  int size(TomlPath array) {
    return find(array)
        .map(node -> node instanceof TomlArrayNode items ? items.size() : 0)
        .orElse(0);
  }

  Optional<String> text(TomlPath path) {
    return find(path)
        .flatMap(node ->
            node.value() instanceof TomlValue.Text(String text)
                ? Optional.of(text)
                : Optional.empty());
  }

  /** A text, or the texts of a list; nothing else changes. */
  void texts(TomlPath path, UnaryOperator<String> change, boolean toCheck) {
    Optional<TomlNode> node = find(path);
    if (node.isEmpty()) {
      return;
    }
    switch (node.get()) {
      case TomlArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          if (array.items().get(i) instanceof TomlScalarNode) {
            texts(path.index(i), change, toCheck);
          }
        }
      }
      case TomlScalarNode scalar -> {
        if (scalar.value() instanceof TomlValue.Text(String text)) {
          String changed = change.apply(text);
          if (!changed.equals(text)) {
            document = document.set(path, TomlValue.of(changed));
            changes.add(Change.edit(file(), path.toString(), text, changed, toCheck));
          }
        }
      }
      case TomlTableNode _ -> {}
    }
  }

  void key(TomlPath path, String newName, boolean toCheck) {
    if (path.last() instanceof TomlPath.Key(String old) && !old.equals(newName)) {
      document = document.rename(path, newName);
      changes.add(Change.edit(file(), path.toString(), old, newName, toCheck));
    }
  }

  void set(TomlPath path, String text) {
    document = document.set(path, TomlValue.of(text));
    changes.add(Change.edit(file(), path.toString(), "", text, false));
  }

  /** Declares another type; digits in keys of their own would speak of the old one. */
  void type(TomlPath column, DataType type) {
    TomlPath written = column.key("schema_type");
    if (find(written).isEmpty()) {
      set(written, type.text());
    }
    texts(written, _ -> type.text(), false);
    for (String digits : List.of("precision", "scale")) {
      TomlPath path = column.key(digits);
      find(path).ifPresent(_ -> remove(path, digits));
    }
  }

  void insert(TomlPath array, int index, TomlValue.Table element, String shown) {
    document = document.insert(array, index, element);
    changes.add(Change.edit(file(), array.index(index).toString(), "", shown, false));
  }

  void remove(TomlPath path, String shown) {
    document = document.remove(path);
    changes.add(Change.edit(file(), path.toString(), shown, "", false));
  }
}

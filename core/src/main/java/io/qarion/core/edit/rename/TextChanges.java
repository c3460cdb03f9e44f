package io.qarion.core.edit.rename;

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

  static Renaming renaming(Iterable<TextChanges> texts) {
    var changes = new ArrayList<Change>();
    var documents = new ArrayList<TomlDocument>();
    for (TextChanges text : texts) {
      if (!text.changes.isEmpty()) {
        if (text.original.isOfNewerFormat()) {
          throw Renaming.refused(
              text.file(),
              "",
              "'%s' is of a newer format and can't be changed.".formatted(text.file()),
              "Take a newer version of the program.");
        }
        changes.addAll(text.changes);
        documents.add(text.document);
      }
    }
    return new Renaming(changes, documents);
  }

  Optional<TomlNode> find(TomlPath path) {
    return document.find(path);
  }

  Optional<TomlTableNode> table(TomlPath path) {
    return find(path).filter(TomlTableNode.class::isInstance).map(TomlTableNode.class::cast);
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
            changes.add(new Change(file(), path.toString(), text, changed, toCheck));
          }
        }
      }
      case TomlTableNode _ -> {}
    }
  }

  void key(TomlPath path, String newName, boolean toCheck) {
    if (path.last() instanceof TomlPath.Key(String old) && !old.equals(newName)) {
      document = document.rename(path, newName);
      changes.add(new Change(file(), path.toString(), old, newName, toCheck));
    }
  }

  void set(TomlPath path, String text) {
    document = document.set(path, TomlValue.of(text));
    changes.add(new Change(file(), path.toString(), "", text, false));
  }

  void insert(TomlPath array, int index, TomlValue.Table element, String shown) {
    document = document.insert(array, index, element);
    changes.add(new Change(file(), array.index(index).toString(), "", shown, false));
  }

  void remove(TomlPath path, String shown) {
    document = document.remove(path);
    changes.add(new Change(file(), path.toString(), shown, "", false));
  }
}

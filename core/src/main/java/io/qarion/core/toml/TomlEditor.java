package io.qarion.core.toml;

import java.util.List;

/** Makes one change of a file at a time and holds the new text against what was meant. */
final class TomlEditor {

  private final TomlDocument document;

  TomlEditor(TomlDocument document) {
    this.document = document;
  }

  /** Takes the place of a value that is spelled as one. */
  TomlDocument replace(TomlNode node, TomlValue value) {
    String spelling = document.text().substring(node.span().start(), node.span().end());
    String text = new ValueText(document.source().lineEnd()).like(spelling, value);
    var edit = new TextEdit(node.span().start(), node.span().end(), text);
    return checked(List.of(edit), Content.set(content(), node.path(), value), node.path());
  }

  TomlDocument insertKey(TomlTableNode table, String key, TomlValue value) {
    TomlPath path = table.path().key(key);
    List<TextEdit> edits = new Insertion(document).insert(table, key, value);
    return checked(edits, Content.set(content(), path, value), path);
  }

  TomlDocument insertElement(TomlArrayNode array, int index, TomlValue value) {
    List<TextEdit> edits;
    if (array.syntax().isPresent()) {
      String text = new ValueText(document.source().lineEnd()).inline(value);
      edits = new GroupEdits(document.source(), array.syntax().get()).insert(index, text);
    } else if (value instanceof TomlValue.Table table) {
      edits = new Insertion(document).insertElement(array, index, table);
    } else {
      throw EditProblems.clash(array, array.path() + " holds tables only.");
    }
    TomlValue expected = Content.insert(content(), array.path(), index, value);
    return checked(edits, expected, array.path());
  }

  /** Puts elements in as they are spelled elsewhere, into an array that has some by headers. */
  TomlDocument insertSpelled(TomlArrayNode array, int index, String lines, List<TomlValue> values) {
    TomlValue expected = content();
    for (int i = 0; i < values.size(); i++) {
      expected = Content.insert(expected, array.path(), index + i, values.get(i));
    }
    return checked(
        new Insertion(document).insertSpelled(array, index, lines), expected, array.path());
  }

  TomlDocument remove(TomlNode node) {
    TomlNode victim = Removal.victim(node);
    TomlValue expected = Content.remove(content(), victim.path());
    boolean oneByOne =
        victim.group().filter(o -> GroupMembers.through(o, victim).size() > 1).isPresent();
    List<TextEdit> edits = new Removal(document).remove(victim);
    if (!oneByOne) {
      return checked(edits, expected, victim.path());
    }
    TomlDocument less = document.withText(TextEdit.apply(document.text(), edits));
    TomlNode rest = less.find(victim.path()).orElseThrow();
    return new TomlEditor(less).remove(rest);
  }

  TomlDocument rename(TomlNode node, String from, String to) {
    List<TextEdit> edits = node.mentions().stream().map(part -> renamed(part, to)).toList();
    TomlValue expected = Content.rename(content(), node.path(), from, to);
    return inOrder(checked(edits, expected, node.path()), expected, TomlPath.ROOT);
  }

  private TextEdit renamed(KeyPart part, String to) {
    int start = part.span().start();
    int end = part.span().end();
    return new TextEdit(start, end, KeyText.like(document.text().substring(start, end), to));
  }

  TomlDocument move(TomlNode node, List<TomlNode> siblings, int index) {
    int old = siblings.indexOf(node);
    if (old == index) {
      return document;
    }
    List<TextEdit> edits = new Movement(document).move(node, siblings.get(index), index > old);
    TomlValue expected = Content.move(content(), node.path(), index);
    TomlPath parent = node.path().parent();
    return inOrder(checked(edits, expected, node.path()), expected, parent);
  }

  private TomlValue content() {
    return document.root().value();
  }

  /** The promise of this package: a text that says anything else is never handed out. */
  private TomlDocument checked(List<TextEdit> edits, TomlValue expected, TomlPath path) {
    TomlDocument changed = document.withText(TextEdit.apply(document.text(), edits));
    if (!changed.isValid() || !changed.root().value().equals(expected)) {
      throw EditProblems.refused(document, path);
    }
    return changed;
  }

  /** The order of keys counts too in a table or array where it was changed on purpose. */
  private TomlDocument inOrder(TomlDocument changed, TomlValue expected, TomlPath where) {
    OrderedContent now = OrderedContent.of(Content.at(changed.root().value(), where));
    if (!now.equals(OrderedContent.of(Content.at(expected, where)))) {
      throw EditProblems.refused(document, where);
    }
    return changed;
  }
}

package io.qarion.core.toml;

import java.util.List;
import java.util.Optional;

/** Writes a key that a table does not have yet, in the style of its neighbours. */
final class Insertion {

  private final SourceText source;
  private final Blocks blocks;
  private final String lineEnd;
  private final ValueText values;

  Insertion(TomlDocument document) {
    source = document.source();
    blocks = new Blocks(source, document.tree());
    lineEnd = source.lineEnd();
    values = new ValueText(lineEnd);
  }

  List<TextEdit> insert(TomlTableNode table, String key, TomlValue value) {
    return switch (table.form()) {
      case BRACES -> insertPair(table, KeyText.of(key), value);
      case DOTTED ->
          table.group().isPresent()
              ? insertDottedPair(table, key, value)
              : insertDottedLine(table, key, value);
      case ROOT, HEADER, IMPLIED ->
          SectionText.isSection(value)
              ? insertSection(table, key, value)
              : insertLine(table, key, value);
    };
  }

  /** A new element of an array of tables that has some. */
  List<TextEdit> insertElement(TomlArrayNode array, int index, TomlValue.Table value) {
    boolean parted = blocks.partsSections();
    String section = new SectionText(lineEnd, parted).element(array.path().keys(), value);
    return List.of(blocks.paste(place(array, index), section, parted));
  }

  /** New elements of such an array, spelled already. */
  List<TextEdit> insertSpelled(TomlArrayNode array, int index, String lines) {
    return List.of(blocks.paste(place(array, index), lines, blocks.partsSections()));
  }

  private int place(TomlArrayNode array, int index) {
    return index < array.size()
        ? blocks.start(array.items().get(index))
        : blocks.end(array.items().getLast());
  }

  private List<TextEdit> insertPair(TomlTableNode table, String key, TomlValue value) {
    ValueSyntax.Group group = table.syntax().orElseThrow();
    String equals =
        group.items().isEmpty() ? " = " : equalsLike(group.items().getLast().key(), group.items());
    String pair = key + equals + values.inline(value);
    return new GroupEdits(source, group).insert(group.items().size(), pair);
  }

  private String equalsLike(List<KeyPart> key, List<ValueSyntax.Item> items) {
    return equalsBetween(key.getLast().span().end(), items.getLast().value().span().start());
  }

  private List<TextEdit> insertDottedPair(TomlTableNode table, String key, TomlValue value) {
    TomlNode owner = table.group().orElseThrow();
    ValueSyntax.Group group = owner.syntax().orElseThrow();
    List<Integer> through = GroupMembers.through(owner, table);
    ValueSyntax.Item neighbour = group.items().get(through.getLast());
    int part = table.path().steps().size() - owner.path().steps().size() - 1;
    String prefix = prefix(neighbour.key(), part);
    String pair = prefix + "." + KeyText.of(key) + " = " + values.inline(value);
    return new GroupEdits(source, group).insert(through.getLast() + 1, pair);
  }

  private String prefix(List<KeyPart> key, int lastPart) {
    int start = key.getFirst().span().start();
    return source.text().substring(start, key.get(lastPart).span().end());
  }

  private List<TextEdit> insertDottedLine(TomlTableNode table, String key, TomlValue value) {
    Tree.Placed neighbour =
        blocks.about(table).stream()
            .filter(placed -> !Blocks.isHeader(placed) && partNaming(table, placed) >= 0)
            .reduce(Insertion::later)
            .orElseThrow();
    String prefix = prefix(neighbour.statement().key(), partNaming(table, neighbour));
    return lineAfter(neighbour, prefix + "." + KeyText.of(key), value);
  }

  /** Which part of a statement's own key names a table; negative if only the header above does. */
  private static int partNaming(TomlTableNode table, Tree.Placed placed) {
    int inherited = placed.chain().size() - placed.statement().key().size();
    return placed.chain().indexOf(table) - inherited;
  }

  private List<TextEdit> insertLine(TomlTableNode table, String key, TomlValue value) {
    Optional<Tree.Placed> neighbour =
        blocks.about(table).stream().filter(p -> p.section() == table).reduce(Insertion::later);
    if (neighbour.isPresent()) {
      return lineAfter(neighbour.get(), KeyText.of(key), value);
    }
    String line = KeyText.of(key) + " = " + values.spacious(value) + lineEnd;
    List<Tree.Placed> about = blocks.about(table);
    if (about.isEmpty()) {
      return List.of(blocks.paste(source.text().length(), line, false));
    }
    boolean root = table.form() == TomlTableNode.Form.ROOT;
    String header = root ? "" : "[" + KeyText.dotted(table.path().keys()) + "]" + lineEnd;
    String blank = blocks.partsSections() ? lineEnd : "";
    return List.of(TextEdit.insert(blocks.start(table), header + line + blank));
  }

  private List<TextEdit> lineAfter(Tree.Placed neighbour, String key, TomlValue value) {
    int start = neighbour.statement().lines().start();
    String equals =
        neighbour.statement() instanceof Statement.KeyValue(var parts, _, var old)
            ? equalsBetween(parts.getLast().span().end(), old.span().start())
            : " = ";
    String line = source.indent(start) + key + equals + values.spacious(value);
    return List.of(blocks.paste(neighbour.statement().lines().end(), line, false));
  }

  private String equalsBetween(int keyEnd, int valueStart) {
    return source.text().substring(keyEnd, valueStart).equals("=") ? "=" : " = ";
  }

  private List<TextEdit> insertSection(TomlTableNode table, String key, TomlValue value) {
    boolean parted = blocks.partsSections();
    List<String> path = table.path().key(key).keys();
    String section = new SectionText(lineEnd, parted).of(path, value);
    boolean root = table.form() == TomlTableNode.Form.ROOT;
    int at = root ? source.text().length() : blocks.end(table);
    return List.of(blocks.paste(at, section, parted));
  }

  private static Tree.Placed later(Tree.Placed first, Tree.Placed second) {
    return second.statement().lines().start() > first.statement().lines().start() ? second : first;
  }
}

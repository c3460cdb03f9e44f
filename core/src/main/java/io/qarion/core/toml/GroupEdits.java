package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;

/** Changes what stands between brackets or braces, with its commas, lines and comments. */
final class GroupEdits {

  private final SourceText source;
  private final String text;
  private final ValueSyntax.Group group;
  private final List<ValueSyntax.Item> items;

  GroupEdits(SourceText source, ValueSyntax.Group group) {
    this.source = source;
    this.text = source.text();
    this.group = group;
    this.items = group.items();
  }

  List<TextEdit> insert(int index, String added) {
    if (items.isEmpty()) {
      return insertFirst(added);
    }
    boolean atEnd = index == items.size();
    ValueSyntax.Item neighbour = items.get(atEnd ? index - 1 : index);
    if (startsLine(neighbour)) {
      return atEnd ? appendLine(neighbour, added) : insertLine(index, added);
    }
    return List.of(
        atEnd
            ? TextEdit.insert(neighbour.span().end(), ", " + added)
            : TextEdit.insert(neighbour.span().start(), added + ", "));
  }

  private List<TextEdit> insertFirst(String added) {
    int inner = group.span().start() + 1;
    int close = group.span().end() - 1;
    if (text.substring(inner, close).indexOf('\n') < 0) {
      return List.of(new TextEdit(inner, close, group.table() ? " " + added + " " : added));
    }
    int line = source.lineStart(close);
    String indent = source.indent(line) + "  ";
    return List.of(TextEdit.insert(line, indent + added + source.lineEnd()));
  }

  private List<TextEdit> insertLine(int index, String added) {
    String indent = source.indent(source.lineStart(items.get(index).span().start()));
    return List.of(TextEdit.insert(blockStart(index), indent + added + "," + source.lineEnd()));
  }

  private List<TextEdit> appendLine(ValueSyntax.Item last, String added) {
    String line = source.indent(source.lineStart(last.span().start())) + added;
    boolean comma = last.comma() >= 0;
    boolean closesOnOwnLine = source.lineStart(group.span().end() - 1) >= last.end();
    if (!closesOnOwnLine) {
      String before = (comma ? "" : ",") + source.lineEnd();
      return List.of(TextEdit.insert(last.end(), before + line));
    }
    int next = source.nextLine(last.end() - 1);
    var edits = new ArrayList<TextEdit>();
    if (!comma) {
      edits.add(TextEdit.insert(last.span().end(), ","));
    }
    edits.add(TextEdit.insert(next, line + (comma ? "," : "") + source.lineEnd()));
    return edits;
  }

  List<TextEdit> remove(int index) {
    ValueSyntax.Item item = items.get(index);
    if (hasOwnLines(item)) {
      return List.of(TextEdit.delete(blockStart(index), blockEnd(item)));
    }
    int start = item.span().start();
    if (index + 1 < items.size()) {
      int next = items.get(index + 1).span().start();
      if (isPlain(item.end(), next)) {
        return List.of(TextEdit.delete(start, next));
      }
    }
    int before = index == 0 ? group.span().start() + 1 : items.get(index - 1).end();
    boolean onlyItem = items.size() == 1;
    if (onlyItem && isPlain(before, start) && isPlain(item.end(), group.span().end() - 1)) {
      return List.of(TextEdit.delete(before, group.span().end() - 1));
    }
    if (item.comma() < 0 && index > 0) {
      int previous = items.get(index - 1).span().end();
      boolean comment = text.substring(previous, start).indexOf('#') >= 0;
      return List.of(TextEdit.delete(comment ? start : previous, item.span().end()));
    }
    return List.of(TextEdit.delete(isPlain(before, start) ? before : start, item.end()));
  }

  /**
   * Gives the items a new order.
   *
   * @param order the old index of the item that comes to each place
   */
  List<TextEdit> reorder(List<Integer> order) {
    boolean lines = true;
    for (int i = 0; i < order.size(); i++) {
      lines &= order.get(i) == i || hasOwnLines(items.get(i));
    }
    var edits = new ArrayList<TextEdit>();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) != i) {
        edits.add(lines ? putBlock(i, order.get(i)) : putItem(i, order.get(i)));
      }
    }
    return edits;
  }

  private TextEdit putItem(int place, int from) {
    var span = items.get(place).span();
    var moved = items.get(from).span();
    return new TextEdit(span.start(), span.end(), text.substring(moved.start(), moved.end()));
  }

  /** Whole lines with their comments; the comma fits the new place. */
  private TextEdit putBlock(int place, int from) {
    ValueSyntax.Item moved = items.get(from);
    int start = blockStart(from);
    var block = new StringBuilder(text.substring(start, blockEnd(moved)));
    boolean needsComma = items.get(place).comma() >= 0;
    if (needsComma && moved.comma() < 0) {
      block.insert(moved.span().end() - start, ',');
    } else if (!needsComma && moved.comma() >= 0) {
      block.deleteCharAt(moved.comma() - start);
    }
    return new TextEdit(blockStart(place), blockEnd(items.get(place)), block.toString());
  }

  private boolean startsLine(ValueSyntax.Item item) {
    int start = item.span().start();
    return text.substring(source.lineStart(start), start).isBlank();
  }

  private boolean hasOwnLines(ValueSyntax.Item item) {
    if (!startsLine(item)) {
      return false;
    }
    int close = group.span().end() - 1;
    String rest = text.substring(item.end(), source.nextLine(item.end() - 1));
    return source.lineStart(close) >= item.end()
        && (rest.isBlank() || rest.strip().startsWith("#"));
  }

  private int blockStart(int index) {
    int before = index == 0 ? group.span().start() + 1 : items.get(index - 1).end();
    int line = source.lineStart(items.get(index).span().start());
    return source.commentStart(line, Math.min(line, source.nextLine(before - 1)));
  }

  private int blockEnd(ValueSyntax.Item item) {
    return source.nextLine(item.end() - 1);
  }

  /** Neither a comment nor a line end between two offsets. */
  private boolean isPlain(int start, int end) {
    String between = text.substring(start, end);
    return between.indexOf('#') < 0 && between.indexOf('\n') < 0;
  }
}

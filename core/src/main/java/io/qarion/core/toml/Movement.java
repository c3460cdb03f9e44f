package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a key or element before or behind one of its siblings. */
final class Movement {

  private final SourceText source;
  private final Blocks blocks;

  Movement(TomlDocument document) {
    source = document.source();
    blocks = new Blocks(source, document.tree());
  }

  List<TextEdit> move(TomlNode node, TomlNode sibling, boolean behind) {
    return node.group().isPresent()
        ? moveItems(node.group().get(), node, sibling, behind)
        : moveLines(node, sibling, behind);
  }

  private List<TextEdit> moveItems(
      TomlNode owner, TomlNode node, TomlNode sibling, boolean behind) {
    ValueSyntax.Group group = owner.syntax().orElseThrow();
    List<Integer> moved = GroupMembers.through(owner, node);
    List<Integer> target = GroupMembers.through(owner, sibling);
    int pivot = behind ? target.getLast() : target.getFirst();
    var order = new ArrayList<>(IntStream.range(0, group.items().size()).boxed().toList());
    order.removeAll(moved);
    order.addAll(order.indexOf(pivot) + (behind ? 1 : 0), moved);
    return new GroupEdits(source, group).reorder(order);
  }

  private List<TextEdit> moveLines(TomlNode node, TomlNode sibling, boolean behind) {
    var edits = new ArrayList<TextEdit>();
    var lines = new StringBuilder();
    boolean section = blocks.hasHeader(node);
    boolean parted = section && blocks.partsSections();
    for (Span region : blocks.regions(node)) {
      Span cut = section ? blocks.withBlankLines(region) : region;
      edits.add(TextEdit.delete(cut.start(), cut.end()));
      String text = source.text().substring(region.start(), region.end());
      lines.append(lines.isEmpty() || !parted ? "" : source.lineEnd()).append(text);
      lines.append(text.endsWith("\n") ? "" : source.lineEnd());
    }
    int at = behind ? endOf(sibling, section) : blocks.start(sibling);
    edits.add(blocks.paste(at, lines.toString(), parted));
    return edits;
  }

  private int endOf(TomlNode sibling, boolean section) {
    return section
        ? blocks.end(sibling)
        : blocks.about(sibling).getLast().statement().lines().end();
  }
}

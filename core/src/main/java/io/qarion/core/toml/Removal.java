package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.List;
import java.util.Optional;

/** Takes a key, table or element out, with the comments that belong to it. */
final class Removal {

  private final SourceText source;
  private final Blocks blocks;

  Removal(TomlDocument document) {
    source = document.source();
    blocks = new Blocks(source, document.tree());
  }

  /**
   * The outermost table or array that goes with the node: one that is there only because of it,
   * such as {@code a} of a file that has only {@code [a.b]}.
   */
  static TomlNode victim(TomlNode node) {
    TomlNode victim = node;
    Optional<TomlNode> parent = node.parent();
    while (parent.isPresent() && existsOnlyFor(parent.get())) {
      victim = parent.get();
      parent = victim.parent();
    }
    return victim;
  }

  private static boolean existsOnlyFor(TomlNode parent) {
    return switch (parent) {
      case TomlArrayNode array -> array.isByHeaders() && array.size() == 1;
      case TomlTableNode table ->
          table.children().size() == 1
              && switch (table.form()) {
                case IMPLIED, DOTTED -> true;
                case ROOT, HEADER, BRACES -> false;
              };
      case TomlScalarNode _ -> false;
    };
  }

  /** Of what several items of one group spell, only the last: to be called until it is gone. */
  List<TextEdit> remove(TomlNode victim) {
    if (victim.group().isPresent()) {
      TomlNode owner = victim.group().get();
      var edits = new GroupEdits(source, owner.syntax().orElseThrow());
      return edits.remove(GroupMembers.through(owner, victim).getLast());
    }
    return blocks.regions(victim).stream()
        .map(blocks::withBlankLines)
        .map((Span cut) -> TextEdit.delete(cut.start(), cut.end()))
        .toList();
  }
}

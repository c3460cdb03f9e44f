package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;

/** The whole lines that belong to a table, array or key: its statements with their comments. */
final class Blocks {

  private final SourceText source;
  private final List<Tree.Placed> statements;

  Blocks(SourceText source, Tree tree) {
    this.source = source;
    this.statements = tree.statements();
  }

  List<Tree.Placed> about(TomlNode node) {
    return statements.stream().filter(placed -> placed.isAbout(node)).toList();
  }

  /** Start of the first line about a node, with the comments directly above. */
  int start(TomlNode node) {
    return start(index(about(node).getFirst()));
  }

  /** End of the last line about a node, with the comments that close its section. */
  int end(TomlNode node) {
    return end(index(about(node).getLast()));
  }

  boolean hasHeader(TomlNode node) {
    return about(node).stream().anyMatch(Blocks::isHeader);
  }

  static boolean isHeader(Tree.Placed placed) {
    return placed.statement() instanceof Statement.Header;
  }

  /** Everything about a node, in one or more stretches. */
  List<Span> regions(TomlNode node) {
    var regions = new ArrayList<Span>();
    int i = 0;
    while (i < statements.size()) {
      int end = runEnd(node, i);
      if (end > i) {
        addRegion(regions, i, end);
      }
      i = Math.max(end, i + 1);
    }
    return regions;
  }

  private int runEnd(TomlNode node, int from) {
    int end = from;
    while (end < statements.size() && statements.get(end).isAbout(node)) {
      end++;
    }
    return end;
  }

  private void addRegion(List<Span> regions, int from, int end) {
    boolean section = statements.subList(from, end).stream().anyMatch(Blocks::isHeader);
    if (section) {
      regions.add(new Span(start(from), end(end - 1)));
      return;
    }
    for (int i = from; i < end; i++) {
      var lines = new Span(start(i), statements.get(i).statement().lines().end());
      boolean joins = !regions.isEmpty() && regions.getLast().end() == lines.start();
      regions.add(joins ? regions.removeLast().to(lines) : lines);
    }
  }

  /** The region with the blank lines that would be one too many without it. */
  Span withBlankLines(Span region) {
    int start = region.start();
    int end = region.end();
    boolean atEnd = end == source.text().length();
    if (start == 0) {
      while (end < source.text().length() && source.isBlankLine(end)) {
        end = source.nextLine(end);
      }
    } else if (atEnd || source.isBlankLine(end)) {
      while (start > 0 && source.isBlankLine(source.lineStart(start - 1))) {
        start = source.lineStart(start - 1);
      }
    }
    return new Span(start, end);
  }

  /** Whether blank lines part the sections of this file. */
  boolean partsSections() {
    boolean any = false;
    for (int i = 1; i < statements.size(); i++) {
      if (isHeader(statements.get(i))) {
        any = true;
        int start = start(i);
        if (start > 0 && source.isBlankLine(source.lineStart(start - 1))) {
          return true;
        }
      }
    }
    return !any;
  }

  /** Puts whole lines at the start of a line, parted from what is around if {@code parted}. */
  TextEdit paste(int at, String lines, boolean parted) {
    String text = source.text();
    String lineEnd = source.lineEnd();
    var pasted = new StringBuilder();
    if (at > 0 && text.charAt(at - 1) != '\n') {
      pasted.append(lineEnd);
    }
    if (parted && at > 0 && !source.isBlankLine(source.lineStart(at - 1))) {
      pasted.append(lineEnd);
    }
    pasted.append(lines).append(lines.endsWith("\n") ? "" : lineEnd);
    if (parted && at < text.length() && !source.isBlankLine(at)) {
      pasted.append(lineEnd);
    }
    return TextEdit.insert(at, pasted.toString());
  }

  private int index(Tree.Placed placed) {
    return statements.indexOf(placed);
  }

  private int start(int index) {
    int limit = index == 0 ? 0 : statements.get(index - 1).statement().lines().end();
    return source.commentStart(statements.get(index).statement().lines().start(), limit);
  }

  private int end(int index) {
    int end = statements.get(index).statement().lines().end();
    int limit = index + 1 < statements.size() ? start(index + 1) : source.text().length();
    while (end < limit && source.isCommentLine(end)) {
      end = source.nextLine(end);
    }
    return end;
  }
}

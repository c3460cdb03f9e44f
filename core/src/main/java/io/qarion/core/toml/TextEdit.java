package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text that takes the place of a stretch of the old one. */
record TextEdit(int start, int end, String text) {

  static TextEdit insert(int at, String text) {
    return new TextEdit(at, at, text);
  }

  static TextEdit delete(int start, int end) {
    return new TextEdit(start, end, "");
  }

  /** Edits at one place apply in the order given. */
  static String apply(String old, List<TextEdit> edits) {
    var sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start));
    var text = new StringBuilder();
    int at = 0;
    for (TextEdit edit : sorted) {
      text.append(old, at, Math.max(at, edit.start)).append(edit.text);
      at = Math.max(at, edit.end);
    }
    return text.append(old, at, old.length()).toString();
  }
}

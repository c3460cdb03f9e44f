package io.qarion.app.designer.text;

import java.util.List;

/**
 * Where a caret stands inside a value.
 *
 * @param path keys of the inline tables around it, the outermost first
 * @param place its place in the innermost list, from 0
 * @param quote the signs around the text it stands in; empty outside of texts
 * @param from where that text begins, or the word before the caret
 * @param isKey whether it stands at a key of an inline table
 * @param isFree whether something can be written here: no comment, and nothing before the word
 */
record ValueCursor(
    List<String> path, int place, String quote, int from, boolean isKey, boolean isFree) {

  ValueCursor {
    path = List.copyOf(path);
  }

  boolean isInText() {
    return !quote.isEmpty();
  }
}

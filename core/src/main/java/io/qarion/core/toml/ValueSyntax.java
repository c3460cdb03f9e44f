package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.List;

/** How a value is spelled after a key or in an array. */
sealed interface ValueSyntax {

  Span span();

  /** A string, number, boolean or date. */
  record Scalar(Span span) implements ValueSyntax {}

  /** What stands between brackets or braces. */
  record Group(Span span, boolean table, List<Item> items) implements ValueSyntax {

    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * An element of an array or a pair of an inline table.
   *
   * @param key empty in an array
   * @param span from the key, or the value, to the end of the value
   * @param comma offset of the comma behind it, or -1
   */
  record Item(List<KeyPart> key, ValueSyntax value, Span span, int comma) {

    public Item {
      key = List.copyOf(key);
    }

    /** One past the item and its comma. */
    int end() {
      return comma < 0 ? span.end() : comma + 1;
    }
  }
}

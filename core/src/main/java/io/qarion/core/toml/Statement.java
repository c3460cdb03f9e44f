package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.List;

/** A line, or several, that defines something: a header or a key with its value. */
sealed interface Statement {

  List<KeyPart> key();

  /** Whole lines, with the line end of the last one. */
  Span lines();

  /** {@code [a.b]} or {@code [[a.b]]}. */
  record Header(List<KeyPart> key, Span lines, boolean array) implements Statement {

    public Header {
      key = List.copyOf(key);
    }
  }

  /** {@code a.b = 1}. */
  record KeyValue(List<KeyPart> key, Span lines, ValueSyntax value) implements Statement {

    public KeyValue {
      key = List.copyOf(key);
    }
  }
}

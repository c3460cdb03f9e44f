package io.qarion.plugins.duckdb.trace;

import java.io.Serial;

/** Something in a statement whose columns nobody here can tell. */
final class UnreadableStatementException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableStatementException(String what) {
    super(what);
  }
}

package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Where the readers of files report to. */
final class Reported {

  private Reported() {}

  /** A file that can't be read misses everything; only why it can't be read is worth saying. */
  static Consumer<Problem> by(TomlDocument document, List<Problem> problems) {
    return document.isValid() ? problems::add : _ -> {};
  }
}

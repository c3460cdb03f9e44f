package io.qarion.app.designer.explorer;

import java.util.Locale;

/** The parts of the explorer, in the order they are shown. */
enum Section {
  FLOWS,
  DATASETS,
  FILES,
  RUNS;

  /** The key of its title; with {@code .empty} the key of what stands there for nothing. */
  String key() {
    return "explorer." + name().toLowerCase(Locale.ROOT);
  }
}

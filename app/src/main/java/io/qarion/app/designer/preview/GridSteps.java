package io.qarion.app.designer.preview;

import io.qarion.core.toml.TomlValue;

/** Adds visual steps that work on the rows that are shown. */
@FunctionalInterface
public interface GridSteps {

  /** Adds a step behind what is shown; its rows are shown then. */
  void add(TomlValue.Table rule);
}

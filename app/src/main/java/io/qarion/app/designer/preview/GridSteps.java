package io.qarion.app.designer.preview;

import io.qarion.core.toml.TomlValue;

/** What can be done with the columns of the rows that are shown, beyond the grid. */
public interface GridSteps {

  /** Adds a step behind what is shown; its rows are shown then. */
  void add(TomlValue.Table rule);

  /** Shows where a column comes from, and where it goes. */
  void follow(String column);
}

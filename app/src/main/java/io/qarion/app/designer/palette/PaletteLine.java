package io.qarion.app.designer.palette;

import io.qarion.app.designer.edit.StepEntry;

/** A line of the palette. */
sealed interface PaletteLine {

  /** The name of what follows. */
  record Heading(String title) implements PaletteLine {}

  /** Something to put in. */
  record Item(StepEntry entry, boolean favourite) implements PaletteLine {}
}

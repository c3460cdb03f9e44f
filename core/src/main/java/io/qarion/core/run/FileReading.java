package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.LoadSettings;
import java.util.Optional;

/**
 * A file, and how it is to be read.
 *
 * @param file as the user knows it, relative to the project
 * @param declared columns that are wanted; empty: those that are found
 */
public record FileReading(String file, LoadSettings settings, Optional<Schema> declared) {}

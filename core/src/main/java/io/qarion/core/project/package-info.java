/** A project: a folder with its settings, flows and datasets, as values. */
@NullMarked
package io.qarion.core.project;

import org.jspecify.annotations.NullMarked;

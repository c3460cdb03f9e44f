/** SQLite as an engine: a dialect of differences, and Java functions for what it lacks. */
@NullMarked
package io.qarion.plugins.engine.sqlite;

import org.jspecify.annotations.NullMarked;

/** Run history in a SQLite file. */
@NullMarked
package io.qarion.plugins.metadata.sqlite;

import org.jspecify.annotations.NullMarked;

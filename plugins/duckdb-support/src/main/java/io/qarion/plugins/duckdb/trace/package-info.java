/** What the columns of a statement are made of, by DuckDB's own reading of it. */
@NullMarked
package io.qarion.plugins.duckdb.trace;

import org.jspecify.annotations.NullMarked;

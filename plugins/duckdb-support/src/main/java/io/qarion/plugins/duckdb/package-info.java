/** DuckDB instances, locked down, and rows in and out of them. */
@NullMarked
package io.qarion.plugins.duckdb;

import org.jspecify.annotations.NullMarked;

/** The DuckDB engine: the default place where flows run. */
@NullMarked
package io.qarion.plugins.engine.duckdb;

import org.jspecify.annotations.NullMarked;

/** Parquet files. */
@NullMarked
package io.qarion.plugins.files.parquet;

import org.jspecify.annotations.NullMarked;

/** Delimited text files. */
@NullMarked
package io.qarion.plugins.files.csv;

import org.jspecify.annotations.NullMarked;

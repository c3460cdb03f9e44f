/** Checks on data, as rules that find the rows which fail. */
@NullMarked
package io.qarion.core.quality;

import org.jspecify.annotations.NullMarked;

/** Measures of speed, each a ratio or a time that quality bars are held against. */
@NullMarked
package io.qarion.benchmarks;

import org.jspecify.annotations.NullMarked;

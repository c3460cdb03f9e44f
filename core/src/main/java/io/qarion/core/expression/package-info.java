/**
 * The portable expression language: how it is written, read, typed, and what its functions mean.
 */
@NullMarked
package io.qarion.core.expression;

import org.jspecify.annotations.NullMarked;

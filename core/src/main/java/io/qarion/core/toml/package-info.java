/**
 * TOML files as values: read with the place of everything, and edited with the smallest change of
 * the text, so that what a user wrote (comments, order, blank lines, quoting, line ends) stays.
 * Above them, readers that make projects, flows and datasets of such files, and say what is wrong
 * where.
 */
@NullMarked
package io.qarion.core.toml;

import org.jspecify.annotations.NullMarked;

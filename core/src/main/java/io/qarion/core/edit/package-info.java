/** Edits of the steps of a flow, each from one text to another with the smallest change. */
@NullMarked
package io.qarion.core.edit;

import org.jspecify.annotations.NullMarked;

/** Edits that can be done, undone and done again. */
@NullMarked
package io.qarion.app.designer.command;

import org.jspecify.annotations.NullMarked;

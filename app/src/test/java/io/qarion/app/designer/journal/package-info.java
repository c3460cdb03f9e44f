/** Tests of the journals of edits. */
@NullMarked
package io.qarion.app.designer.journal;

import org.jspecify.annotations.NullMarked;

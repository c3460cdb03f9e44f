/** The rows of the chosen step. */
@NullMarked
package io.qarion.app.designer.preview;

import org.jspecify.annotations.NullMarked;

/** The designer: flows drawn on a canvas. */
@NullMarked
package io.qarion.app.designer;

import org.jspecify.annotations.NullMarked;

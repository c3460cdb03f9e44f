/** The window as JavaFX starts and ends it. */
@NullMarked
package io.qarion.app.designer.start;

import org.jspecify.annotations.NullMarked;

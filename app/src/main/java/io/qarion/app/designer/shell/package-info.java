/** The window around the features. */
@NullMarked
package io.qarion.app.designer.shell;

import org.jspecify.annotations.NullMarked;

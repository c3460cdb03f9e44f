/** Tests of the window. */
@NullMarked
package io.qarion.app.designer;

import org.jspecify.annotations.NullMarked;

/** Tests of what the explorer lists and does. */
@NullMarked
package io.qarion.app.designer.explorer;

import org.jspecify.annotations.NullMarked;

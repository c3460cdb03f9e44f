/** Tests of the screen that shows how a file is read. */
@NullMarked
package io.qarion.app.designer.importing;

import org.jspecify.annotations.NullMarked;

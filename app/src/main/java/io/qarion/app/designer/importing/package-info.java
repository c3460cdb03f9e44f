/** A file beside what it would be read as, with every option of its reader. */
@NullMarked
package io.qarion.app.designer.importing;

import org.jspecify.annotations.NullMarked;

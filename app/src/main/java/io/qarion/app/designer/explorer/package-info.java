/** The list of what a project holds. */
@NullMarked
package io.qarion.app.designer.explorer;

import org.jspecify.annotations.NullMarked;

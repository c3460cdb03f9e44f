/** Finds steps, columns, settings, statements and problems in all flows of the project. */
@NullMarked
package io.qarion.app.designer.find;

import org.jspecify.annotations.NullMarked;

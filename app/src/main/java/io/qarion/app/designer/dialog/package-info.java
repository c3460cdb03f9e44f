/** Questions to the user, behind interfaces. */
@NullMarked
package io.qarion.app.designer.dialog;

import org.jspecify.annotations.NullMarked;

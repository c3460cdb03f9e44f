/** Figures of whole columns of the chosen step. */
@NullMarked
package io.qarion.app.designer.profile;

import org.jspecify.annotations.NullMarked;

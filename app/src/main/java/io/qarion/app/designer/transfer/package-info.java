/** Flows on their way out of a project and into another. */
@NullMarked
package io.qarion.app.designer.transfer;

import org.jspecify.annotations.NullMarked;

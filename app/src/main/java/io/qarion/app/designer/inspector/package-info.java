/** The settings of what is chosen, as forms over its text. */
@NullMarked
package io.qarion.app.designer.inspector;

import org.jspecify.annotations.NullMarked;

/** The one launcher. */
@NullMarked
package io.qarion.app;

import org.jspecify.annotations.NullMarked;

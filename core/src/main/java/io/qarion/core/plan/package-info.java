/** From a flow to what must be done now, and why. */
@NullMarked
package io.qarion.core.plan;

import org.jspecify.annotations.NullMarked;

/** The flow type delta_publishing. */
@NullMarked
package io.qarion.plugins.flows.publishing;

import org.jspecify.annotations.NullMarked;

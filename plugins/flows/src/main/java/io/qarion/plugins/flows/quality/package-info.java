/** The flow type quality_check. */
@NullMarked
package io.qarion.plugins.flows.quality;

import org.jspecify.annotations.NullMarked;

/** Targets that events are delivered to. */
@NullMarked
package io.qarion.plugins.connectors.publish;

import org.jspecify.annotations.NullMarked;

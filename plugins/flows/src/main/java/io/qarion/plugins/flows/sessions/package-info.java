/** The flow type sessionization. */
@NullMarked
package io.qarion.plugins.flows.sessions;

import org.jspecify.annotations.NullMarked;

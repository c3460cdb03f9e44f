/** Flows whose events are delivered reliably. */
@NullMarked
package io.qarion.plugins.flows.outbox;

import org.jspecify.annotations.NullMarked;

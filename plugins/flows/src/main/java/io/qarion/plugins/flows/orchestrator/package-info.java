/** The flow type orchestrator. */
@NullMarked
package io.qarion.plugins.flows.orchestrator;

import org.jspecify.annotations.NullMarked;

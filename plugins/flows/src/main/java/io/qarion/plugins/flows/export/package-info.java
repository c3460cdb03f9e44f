/** The flow type export_flow. */
@NullMarked
package io.qarion.plugins.flows.export;

import org.jspecify.annotations.NullMarked;

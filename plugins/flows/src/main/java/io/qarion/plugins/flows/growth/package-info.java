/** The flow type growth_accounting. */
@NullMarked
package io.qarion.plugins.flows.growth;

import org.jspecify.annotations.NullMarked;

/** The flow type scd2. */
@NullMarked
package io.qarion.plugins.flows.scd2;

import org.jspecify.annotations.NullMarked;

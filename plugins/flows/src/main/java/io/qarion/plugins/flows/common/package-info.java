/** What the flow types share. */
@NullMarked
package io.qarion.plugins.flows.common;

import org.jspecify.annotations.NullMarked;

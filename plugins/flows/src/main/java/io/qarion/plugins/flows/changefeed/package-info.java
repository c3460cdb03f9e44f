/** The flow type change_feed. */
@NullMarked
package io.qarion.plugins.flows.changefeed;

import org.jspecify.annotations.NullMarked;

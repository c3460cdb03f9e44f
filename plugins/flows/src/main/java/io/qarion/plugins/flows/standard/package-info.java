/** The flow type standard. */
@NullMarked
package io.qarion.plugins.flows.standard;

import org.jspecify.annotations.NullMarked;

/** Flows that run other flows: which, when, and how often it is tried. */
@NullMarked
package io.qarion.core.call;

import org.jspecify.annotations.NullMarked;

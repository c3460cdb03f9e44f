/** The flow type error_parking. */
@NullMarked
package io.qarion.plugins.flows.parking;

import org.jspecify.annotations.NullMarked;

/** Tests of what commands print. */
@NullMarked
package io.qarion.app.cli;

import org.jspecify.annotations.NullMarked;

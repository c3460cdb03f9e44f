/** The command line. */
@NullMarked
package io.qarion.app.cli;

import org.jspecify.annotations.NullMarked;

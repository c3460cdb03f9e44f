/** Tests of whole runs. */
@NullMarked
package io.qarion.app.run;

import org.jspecify.annotations.NullMarked;

/** Running plans: steps, batches, results, previews. */
@NullMarked
package io.qarion.core.run;

import org.jspecify.annotations.NullMarked;

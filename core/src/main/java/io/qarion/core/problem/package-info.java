/** What can be wrong, where, and how to mend it; and the ids that everything is named by. */
@NullMarked
package io.qarion.core.problem;

import org.jspecify.annotations.NullMarked;

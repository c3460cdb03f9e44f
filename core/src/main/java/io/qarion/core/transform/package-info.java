/** What to do with rows, apart from how an engine does it: instructions, rules and writes. */
@NullMarked
package io.qarion.core.transform;

import org.jspecify.annotations.NullMarked;

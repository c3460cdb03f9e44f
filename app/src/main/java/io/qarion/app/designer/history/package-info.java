/** All runs there were, and two of them side by side. */
@NullMarked
package io.qarion.app.designer.history;

import org.jspecify.annotations.NullMarked;

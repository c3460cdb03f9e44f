/** What a run says while it goes on, and how it is stopped. */
@NullMarked
package io.qarion.core.progress;

import org.jspecify.annotations.NullMarked;

/** What has been run, as records, and the interface of the store that keeps them. */
@NullMarked
package io.qarion.core.history;

import org.jspecify.annotations.NullMarked;

/** Flow definitions as a user wrote them, without the positions of a file. */
@NullMarked
package io.qarion.core.flow;

import org.jspecify.annotations.NullMarked;

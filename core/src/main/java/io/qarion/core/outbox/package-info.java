/** Events that wait in a table until they are delivered, and what delivers them. */
@NullMarked
package io.qarion.core.outbox;

import org.jspecify.annotations.NullMarked;

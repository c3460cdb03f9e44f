/** Tasks that run another flow. */
@NullMarked
package io.qarion.plugins.tasks.flow;

import org.jspecify.annotations.NullMarked;

/** The task type quality. */
@NullMarked
package io.qarion.plugins.tasks.quality;

import org.jspecify.annotations.NullMarked;

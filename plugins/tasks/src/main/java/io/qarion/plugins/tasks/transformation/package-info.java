/** The task type transformation. */
@NullMarked
package io.qarion.plugins.tasks.transformation;

import org.jspecify.annotations.NullMarked;

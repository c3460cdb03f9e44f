/** The task type export. */
@NullMarked
package io.qarion.plugins.tasks.export;

import org.jspecify.annotations.NullMarked;

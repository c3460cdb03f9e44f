/** The task type ingestion. */
@NullMarked
package io.qarion.plugins.tasks.ingestion;

import org.jspecify.annotations.NullMarked;

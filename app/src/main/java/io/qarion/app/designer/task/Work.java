package io.qarion.app.designer.task;

import io.qarion.core.progress.Cancellation;

/**
 * Something that takes time. Fails with a {@code QarionException}.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {

  T run(Cancellation cancellation);
}

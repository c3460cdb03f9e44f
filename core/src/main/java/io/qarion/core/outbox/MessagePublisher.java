package io.qarion.core.outbox;

/** Delivers messages to one target, one after the other. */
public interface MessagePublisher extends AutoCloseable {

  /**
   * Delivers a message; when this returns, the target has accepted it.
   *
   * @throws io.qarion.core.problem.QarionException if it has not, or nobody knows
   */
  void publish(OutboxMessage message);

  /** Breaks off what is going on, from another thread; it then fails. */
  default void abort() {}

  @Override
  void close();
}

package io.qarion.core.run;

import io.qarion.core.transform.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an engine says of statements over empty sources, such as their columns. It is asked once:
 * every check of a project wants to know it again. May be used by several threads.
 */
final class KnownStatements<T> {

  private static final int MOST = 4_096;

  private final Map<Asked, T> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, T> eldest) {
          return size() > MOST;
        }
      };

  private record Asked(Query query, Map<String, Object> parameters) {}

  /**
   * What the engine said, or says now; a statement it refuses it is asked for again.
   *
   * @param query over nothing that is stored
   */
  T find(Query query, Map<String, Object> parameters, Supplier<T> engine) {
    var asked = new Asked(query, parameters);
    Optional<T> before = before(asked);
    if (before.isPresent()) {
      return before.get();
    }
    T now = Objects.requireNonNull(engine.get());
    synchronized (known) {
      known.put(asked, now);
    }
    return now;
  }

  private Optional<T> before(Asked asked) {
    synchronized (known) {
      return Optional.ofNullable(known.get(asked));
    }
  }
}

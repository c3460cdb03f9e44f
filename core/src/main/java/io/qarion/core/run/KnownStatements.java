package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The columns of statements over empty sources, which an engine says once: every check of a project
 * asks for them again. May be used by several threads.
 */
final class KnownStatements {

  private static final int MOST = 4_096;

  private final Map<Asked, Schema> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Schema> eldest) {
          return size() > MOST;
        }
      };

  private record Asked(Query query, Map<String, Object> parameters) {}

  /**
   * What the engine said, or says now; a statement it refuses it is asked for again.
   *
   * @param query over nothing that is stored
   */
  Schema find(Query query, Map<String, Object> parameters, Supplier<Schema> engine) {
    var asked = new Asked(query, parameters);
    Optional<Schema> before = before(asked);
    if (before.isPresent()) {
      return before.get();
    }
    Schema now = Objects.requireNonNull(engine.get());
    synchronized (known) {
      known.put(asked, now);
    }
    return now;
  }

  private Optional<Schema> before(Asked asked) {
    synchronized (known) {
      return Optional.ofNullable(known.get(asked));
    }
  }
}

package io.qarion.plugins.duckdb;

import io.qarion.core.problem.QarionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The feeds that statements name by a key. Nobody guesses a key, so no statement of a user reads
 * what is not his. Those that were named long ago and are not read are forgotten.
 */
final class RowFeeds {

  static final String FUNCTION = "xt_java_rows";

  private static final int MOST = 1_000;
  private static final Pattern CALL = Pattern.compile(FUNCTION + "\\('([0-9a-f-]{36})'\\)");

  private static final Map<String, RowFeed> FEEDS =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RowFeed> eldest) {
          return size() > MOST && !eldest.getValue().isRead();
        }
      };

  private RowFeeds() {}

  /** A call that gives the rows, their columns named {@code c0}, {@code c1} and so on. */
  static String call(RowFeed feed) {
    String key = UUID.randomUUID().toString();
    synchronized (FEEDS) {
      FEEDS.put(key, feed);
    }
    return FUNCTION + "('" + key + "')";
  }

  static Optional<RowFeed> find(String key) {
    synchronized (FEEDS) {
      return Optional.ofNullable(FEEDS.get(key));
    }
  }

  /** Notes that a statement is run; closed when it has ended. */
  static Use use(String sql) {
    List<RowFeed> feeds =
        sql.contains(FUNCTION)
            ? CALL.matcher(sql)
                .results()
                .map(RowFeeds::key)
                .distinct()
                .map(RowFeeds::find)
                .flatMap(Optional::stream)
                .toList()
            : List.of();
    feeds.forEach(RowFeed::begins);
    return new Use(feeds);
  }

  private static String key(MatchResult call) {
    return call.group(1);
  }

  /** The feeds of a statement while it runs. */
  record Use(List<RowFeed> feeds) implements AutoCloseable {

    Optional<QarionException> failure() {
      return feeds.stream().map(RowFeed::failure).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void close() {
      feeds.forEach(RowFeed::ends);
    }
  }
}

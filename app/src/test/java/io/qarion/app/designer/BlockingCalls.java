package io.qarion.app.designer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches which calls of ours make the window's thread wait: for a file, a database, a lock or a
 * time. The Java machine itself records each, so none is missed and none is guessed from its time.
 */
final class BlockingCalls implements AutoCloseable {

  private static final String WINDOW = "JavaFX Application Thread";
  private static final String OURS = "io.qarion.";

  /** What waits, whatever its time; a lock that is free at once is not recorded. */
  private static final List<String> WAITS =
      List.of(
          "jdk.FileRead",
          "jdk.FileWrite",
          "jdk.FileForce",
          "jdk.SocketRead",
          "jdk.ThreadPark",
          "jdk.ThreadSleep",
          "jdk.JavaMonitorWait");

  /** Recorded when called, since neither look-ups of files nor native code are events. */
  private static final List<String> TRACED =
      List.of(
          "java.nio.file.Files",
          "org.duckdb.DuckDBConnection",
          "org.duckdb.DuckDBPreparedStatement",
          "org.sqlite.core.DB",
          "org.sqlite.jdbc3.JDBC3Statement",
          "org.sqlite.jdbc3.JDBC3PreparedStatement");

  /** Whose waiting is that of whoever called them. */
  private static final List<String> CALLED =
      List.of("java.", "javax.", "jdk.", "sun.", "org.duckdb.", "org.sqlite.");

  /** Classes are read when first used, which no program can do beside its window. */
  private static final List<String> LOADING =
      List.of("java.lang.ClassLoader", "java.util.ServiceLoader", "jdk.internal.loader.");

  private final Recording recording = new Recording();

  /** Watches from now on. */
  BlockingCalls() {
    WAITS.forEach(wait -> recording.enable(wait).withThreshold(Duration.ZERO).withStackTrace());
    recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofMillis(10)).withStackTrace();
    EventSettings trace = recording.enable("jdk.MethodTrace").withThreshold(Duration.ZERO);
    trace.with("filter", String.join(";", TRACED)).withStackTrace();
    recording.start();
  }

  /** Ends the watch and says who called what in the window's thread. */
  List<String> found(Path folder) throws IOException {
    recording.stop();
    Path file = Files.createTempFile(folder, "calls", ".jfr");
    recording.dump(file);
    var found = new ArrayList<String>();
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        blocked(events.readEvent()).ifPresent(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  private static Optional<String> blocked(RecordedEvent event) {
    boolean inWindow =
        Optional.ofNullable(event.getThread())
            .map(RecordedThread::getJavaName)
            .filter(WINDOW::equals)
            .isPresent();
    if (!inWindow || event.getStackTrace() == null) {
      return Optional.empty();
    }
    List<String> frames =
        event.getStackTrace().getFrames().stream().map(BlockingCalls::name).toList();
    List<String> below = frames.stream().takeWhile(frame -> starts(frame, CALLED)).toList();
    if (below.size() == frames.size() || below.stream().anyMatch(each -> starts(each, LOADING))) {
      return Optional.empty();
    }
    return Optional.of(frames.get(below.size()))
        .filter(owner -> owner.startsWith(OURS))
        .map(_ ->
            Stream.concat(below.reversed().stream().limit(1), frames.stream().skip(below.size()))
                .limit(4)
                .collect(Collectors.joining(" < ", event.getEventType().getName() + ": ", "")));
  }

  private static boolean starts(String frame, List<String> prefixes) {
    return prefixes.stream().anyMatch(frame::startsWith);
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  @Override
  public void close() {
    recording.close();
  }
}

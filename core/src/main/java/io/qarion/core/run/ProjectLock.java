package io.qarion.core.run;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says that a process owns a project. The lock is the operating system's, so it is gone with the
 * process, however that ended; the file beside it says who the owner is and shows its heartbeat.
 */
public final class ProjectLock implements AutoCloseable {

  /** Code of the problem where another process owns the project. */
  public static final String CODE = "project.locked";

  private final FileChannel channel;
  private final FileLock lock;
  private final Path owner;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("project-heartbeat").factory());

  private ProjectLock(FileChannel channel, FileLock lock, Path owner) {
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
  }

  /**
   * Takes the lock.
   *
   * @param folder the project's {@code .qarion}, made if it is not there
   * @throws QarionException with {@link #CODE} if another process has it
   */
  public static ProjectLock acquire(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Path owner = folder.resolve("owner");
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        throw taken(owner);
      }
      sign(owner, channel);
      var taken = new ProjectLock(channel, lock.get(), owner);
      var _ = taken.heartbeat.scheduleAtFixedRate(taken::beat, 1, 1, TimeUnit.SECONDS);
      return taken;
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "project.unwritable",
              Place.in(folder.toString(), 0, 0),
              "The project's work folder can't be written: %s. %s"
                  .formatted(FileFailures.reason(e), FileFailures.disk(folder.resolve("lock"))),
              "Free space, or give yourself the right to write there."),
          e);
    }
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    try {
      Files.deleteIfExists(owner);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new QarionException(
          Problem.error("project.unwritable", Place.UNKNOWN, "The lock stays: " + e, ""), e);
    }
  }

  private void beat() {
    try {
      Files.setLastModifiedTime(owner, FileTime.from(Instant.now()));
    } catch (IOException _) {
      // The lock itself holds; the heartbeat is only for people to see.
      heartbeat.shutdown();
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty(); // this very process has it
    }
  }

  /** Says who the owner is. Where that fails the lock must not outlive the attempt. */
  private static void sign(Path owner, FileChannel channel) throws IOException {
    try {
      Files.writeString(owner, self());
    } catch (IOException e) {
      Files.deleteIfExists(owner);
      channel.close();
      throw e;
    }
  }

  private static String self() {
    return "process %d of %s, since %s"
        .formatted(
            ProcessHandle.current().pid(),
            System.getProperty("user.name", "somebody"),
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static QarionException taken(Path owner) throws IOException {
    String who = Files.exists(owner) ? Files.readString(owner) : "another process";
    return new QarionException(
        Problem.error(
            CODE,
            Place.UNKNOWN,
            "The project is in use by %s.".formatted(who),
            "Close it there, or wait until it is done."));
  }
}

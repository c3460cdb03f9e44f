package io.qarion.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Asks the window's thread for an answer again and again, and notes how long each took and how much
 * of that the thread has worked, which is what counts on a busy machine.
 */
final class Heartbeat implements Runnable {

  private static final long LONG_MILLIS = 50;
  private static final int BETWEEN_MILLIS = 4;

  private final Thread window;
  private final Map<String, Figures> pauses = new LinkedHashMap<>();
  private final Map<String, Figures> work = new LinkedHashMap<>();
  private final Map<String, Figures> causes = new LinkedHashMap<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile String phase = "";

  /**
   * @param window the thread that is asked
   */
  Heartbeat(Thread window) {
    this.window = window;
  }

  /** What goes on from now on; nothing is noted where this is empty. */
  void phase(String name) {
    phase = name;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String now = phase;
        long worked = threads.getThreadCpuTime(window.threadId());
        long took = beat(now);
        if (!now.isEmpty()) {
          pauses.computeIfAbsent(now, _ -> new Figures()).add(took);
          work.computeIfAbsent(now, _ -> new Figures())
              .add(threads.getThreadCpuTime(window.threadId()) - worked);
        }
        Thread.sleep(BETWEEN_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private long beat(String now) throws InterruptedException {
    long start = System.nanoTime();
    var answer = new CountDownLatch(1);
    Platform.runLater(answer::countDown);
    if (!answer.await(LONG_MILLIS, TimeUnit.MILLISECONDS)) {
      String cause = now + ": " + busy();
      answer.await();
      causes.computeIfAbsent(cause, _ -> new Figures()).add(System.nanoTime() - start);
    }
    return System.nanoTime() - start;
  }

  /** What of ours the window's thread is doing; styles and layout are done by JavaFX alone. */
  private String busy() {
    return Arrays.stream(window.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.qarion."))
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .findFirst()
        .orElse("JavaFX");
  }

  /** All figures, and what it did in the long pauses. After the end only. */
  void print() {
    pauses.forEach((name, figures) -> System.out.println(figures.line(name)));
    System.out.println("  processor time of the window's thread in each pause:");
    work.forEach((name, figures) -> System.out.println(figures.line(name)));
    System.out.println("  pauses of more than " + LONG_MILLIS + " ms:");
    causes.forEach((cause, figures) -> System.out.println(figures.line(cause)));
  }
}

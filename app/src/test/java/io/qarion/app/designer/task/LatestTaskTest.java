package io.qarion.app.designer.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestTaskTest {

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final LatestTask latest = new LatestTask(tasks, window::add, "look", 0);
  private final List<String> results = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatWasAskedForBeforeIsCancelledAndDropped() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    latest.submit(
        cancellation -> {
          var _ = cancellation.onCancel(stopped::countDown);
          awaitQuietly(stopped);
          return "old";
        },
        results::add,
        error -> results.add(error.code()));

    latest.submit(_ -> "new", results::add, error -> results.add(error.code()));

    inWindow();
    inWindow();
    assertThat(stopped.getCount()).isZero();
    assertThat(results).containsExactly("new");
  }

  @Test
  void aFailureComesBackAsAProblem() throws InterruptedException {
    latest.<String>submit(
        _ -> {
          throw new QarionException(Problem.error("it.failed", Place.UNKNOWN, "It failed.", ""));
        },
        results::add,
        error -> results.add(error.code()));

    inWindow();
    assertThat(results).containsExactly("it.failed");
  }

  @Test
  void aMistakeOfTheProgramIsReportedToo() throws InterruptedException {
    var _ =
        tasks.<String>startQuietly(
            "break",
            _ -> {
              throw new IllegalStateException("broken");
            },
            _ -> results.add("done"),
            error -> results.add(error.problems().getFirst().message()));

    inWindow();
    assertThat(results).containsExactly("The program made a mistake: broken");
  }

  @Test
  void shownWorkIsListedWhileItRuns() throws InterruptedException {
    var go = new CountDownLatch(1);
    var _ =
        tasks.start(
            "Load",
            _ -> {
              awaitQuietly(go);
              return "loaded";
            },
            results::add,
            _ -> results.add("failed"));

    inWindow();
    assertThat(tasks.running()).extracting(BackgroundTask::name).containsExactly("Load");
    go.countDown();
    inWindow();
    assertThat(tasks.running()).isEmpty();
    assertThat(results).containsExactly("loaded");
  }

  /** Does what is waiting for the window's thread, as that thread. */
  private void inWindow() throws InterruptedException {
    Runnable work = window.poll(10, TimeUnit.SECONDS);
    assertThat(work).isNotNull();
    work.run();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.qarion.app.designer.importing;

import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.problem.QarionException;
import io.qarion.core.run.BadRows;
import io.qarion.core.run.FileReading;
import io.qarion.core.run.FileStudies;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The search for rows that can't be read, and how far it is. For the window's thread. */
final class BadRowCheck {

  /** What {@link #share} is while nobody knows. */
  static final double UNKNOWN = -1;

  private final LatestTask checking;
  private final UiThread ui;
  private final ReadOnlyObjectWrapper<Part<BadRows>> found =
      new ReadOnlyObjectWrapper<>(new Part.Waiting<>(Optional.empty()));
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
  private int latest;

  BadRowCheck(BackgroundTasks tasks, UiThread ui) {
    this.checking = new LatestTask(tasks, ui, "Check the rows of the file", 0);
    this.ui = ui;
  }

  ReadOnlyObjectProperty<Part<BadRows>> found() {
    return found.getReadOnlyProperty();
  }

  /** How much of what is to be checked has been read, from 0 to 1; {@link #UNKNOWN} at first. */
  ReadOnlyDoubleProperty share() {
    return share.getReadOnlyProperty();
  }

  /**
   * Looks for bad rows.
   *
   * @param whole also if the file is large
   */
  void start(FileStudies studies, FileReading wanted, boolean whole) {
    forget();
    DoubleConsumer heard = shareOf(latest);
    checking.<BadRows>submit(
        cancellation -> studies.check(wanted, whole, heard, cancellation),
        rows -> found.set(new Part.Found<>(rows)),
        this::fail);
  }

  /** What an earlier search still says is not heard. */
  private DoubleConsumer shareOf(int number) {
    return read ->
        ui.run(() -> {
          if (number == latest) {
            share.set(read);
          }
        });
  }

  /** Says why there is nothing to check. */
  void fail(QarionException failure) {
    found.set(Part.Failed.of(failure));
  }

  /** Gives up to look. */
  void stop() {
    forget();
    found.set(new Part.Failed<>(List.of()));
  }

  /** Drops what was found and what is looked for. */
  void forget() {
    latest++;
    checking.cancel();
    share.set(UNKNOWN);
    found.set(new Part.Waiting<>(Optional.empty()));
  }
}

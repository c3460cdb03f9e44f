package io.qarion.app.designer.task;

/** The one gate to the thread that owns the window. */
@FunctionalInterface
public interface UiThread {

  /** Runs something in the window's thread: at once if this is it, else soon. */
  void run(Runnable work);
}

package io.qarion.app.designer.session;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.repository.TrashedFile;
import io.qarion.core.toml.TomlDocument;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves flows to the trash of their project and back. To be used in the window's thread. */
public final class FlowTrash {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;

  public FlowTrash(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
  }

  /**
   * Moves the file of a flow into the trash, with what was edited, and shows it no more; says why
   * not while it is running.
   *
   * @param then hears where it is
   * @param not is done if it stays
   */
  public void put(FlowDocument flow, Consumer<TrashedFile> then, Runnable not) {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty() || flow.runState().running().get()) {
      project.ifPresent(_ -> session.failed(running(flow)));
      not.run();
      return;
    }
    OpenProject owner = project.get();
    StoredFlow edited = flow.stored().get();
    boolean dirty = flow.dirty().get();
    TomlDocument inFile = flow.inFile();
    tasks.start(
        "Delete " + flow.id(),
        _ -> {
          if (dirty) {
            owner.flowFolder().save(inFile, edited);
          }
          return owner.flowFolder().discard(edited);
        },
        trashed -> {
          owner.forget(flow.id());
          session.remove(flow);
          then.accept(trashed);
        },
        error -> failed(error, not));
  }

  /**
   * Puts a flow back.
   *
   * @param then hears of the flow
   * @param not is done if it stays in the trash
   */
  public void takeBack(TrashedFile trashed, Consumer<FlowDocument> then, Runnable not) {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      not.run();
      return;
    }
    OpenProject owner = project.get();
    tasks.start(
        "Put back " + trashed.file(),
        _ -> owner.flowFolder().restore(trashed),
        stored -> session.takeIn(stored).ifPresentOrElse(then, not),
        error -> failed(error, not));
  }

  private void failed(QarionException error, Runnable not) {
    session.failed(error);
    not.run();
  }

  /** Offers to put a flow back that was just deleted. */
  public News deleted(String name, TrashedFile trashed) {
    return new News(
        messages.get("explorer.deleted", name),
        Optional.of(
            new News.Offer(
                messages.get("explorer.undo"),
                () ->
                    takeBack(trashed, flow -> session.active().set(Optional.of(flow)), () -> {}))));
  }

  /** Why nothing can be done to the file of a flow while it is running. */
  public static QarionException running(FlowDocument flow) {
    return new QarionException(
        Problem.error(
            "flow.running",
            Place.UNKNOWN,
            "'%s' is running.".formatted(flow.stored().get().flow().name()),
            "Stop the run, or wait for its end."));
  }
}

package io.qarion.app.designer.session;

import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.StoredFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compiles the flows of a project after every edit; ended with the project. */
final class FlowChecks {

  private static final long TYPING_PAUSE_MILLIS = 75;
  private static final int AT_ONCE = 20;

  private final OpenProject project;
  private final Supplier<List<StoredFlow>> flows;
  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final Consumer<QarionException> failed;
  private final List<LatestTask> checks = new ArrayList<>();
  private final Set<FlowDocument> waiting = new LinkedHashSet<>();
  private boolean busy;
  private boolean ended;

  /**
   * @param flows all of the project, as they are edited
   */
  FlowChecks(
      OpenProject project,
      Supplier<List<StoredFlow>> flows,
      BackgroundTasks tasks,
      UiThread ui,
      Consumer<QarionException> failed) {
    this.project = project;
    this.flows = flows;
    this.tasks = tasks;
    this.ui = ui;
    this.failed = failed;
  }

  /** Compiles a flow now and whenever its text changes. */
  void follow(FlowDocument document) {
    listen(document);
    now(document);
  }

  /** Compiles flows whenever their texts change: the first now, and the others soon. */
  void followAll(List<FlowDocument> documents) {
    documents.forEach(this::listen);
    all(documents, documents.stream().findFirst());
  }

  /** Compiles flows: the one that is shown now, and the others soon. */
  void all(List<FlowDocument> documents, Optional<FlowDocument> shown) {
    shown.ifPresent(this::now);
    soon(documents.stream().filter(document -> !shown.equals(Optional.of(document))).toList());
  }

  private void listen(FlowDocument document) {
    LatestTask checking = check(document, TYPING_PAUSE_MILLIS);
    document.stored().addListener((_, _, _) -> compile(document, checking));
  }

  /** Compiles flows though their texts are as they were; a few at a time, to let others work. */
  void soon(List<FlowDocument> documents) {
    waiting.addAll(documents);
    next();
  }

  private void next() {
    if (busy || ended || waiting.isEmpty()) {
      return;
    }
    List<FlowDocument> some = waiting.stream().limit(AT_ONCE).toList();
    some.forEach(waiting::remove);
    List<StoredFlow> texts = some.stream().map(document -> document.stored().get()).toList();
    List<StoredFlow> others = flows.get();
    busy = true;
    tasks.startQuietly(
        "Check flows",
        _ -> texts.stream().map(text -> project.compile(text, others)).toList(),
        compiled -> {
          for (int i = 0; i < some.size() && !ended; i++) {
            project.checked(compiled.get(i));
            some.get(i).compiled(texts.get(i).document(), compiled.get(i));
          }
          goOn();
        },
        error -> {
          if (!ended) {
            failed.accept(error);
          }
          goOn();
        });
  }

  private void goOn() {
    busy = false;
    next();
  }

  /** Compiles a flow though its text is as it was, since something else changed. */
  void now(FlowDocument document) {
    compile(document, check(document, 0));
  }

  /** Nothing is compiled from now on: the engine is about to go. */
  void end() {
    ended = true;
    checks.forEach(LatestTask::cancel);
  }

  private LatestTask check(FlowDocument document, long pauseMillis) {
    var check = new LatestTask(tasks, ui, "Check " + document.id(), pauseMillis);
    checks.add(check);
    return check;
  }

  private void compile(FlowDocument document, LatestTask checking) {
    if (ended) {
      return;
    }
    StoredFlow text = document.stored().get();
    List<StoredFlow> others = flows.get();
    checking.<CompiledFlow>submit(
        _ -> project.compile(text, others),
        flow -> {
          project.checked(flow);
          document.compiled(text.document(), flow);
          if (!ended && haveChanged(others, document)) {
            now(document);
          }
        },
        failed);
  }

  /** Whether the others are not what they were when a flow was held against them. */
  private boolean haveChanged(List<StoredFlow> before, FlowDocument document) {
    List<StoredFlow> now = flows.get();
    if (now.size() != before.size()) {
      return true;
    }
    for (int i = 0; i < now.size(); i++) {
      boolean isOther = !now.get(i).id().equals(document.id());
      if (isOther && !now.get(i).document().equals(before.get(i).document())) {
        return true;
      }
    }
    return false;
  }
}

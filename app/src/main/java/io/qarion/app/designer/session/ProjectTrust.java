package io.qarion.app.designer.session;

import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.QarionException;
import io.qarion.core.project.ProjectReach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * The one gate before anything of a project runs. Edits of the user are trusted with the project;
 * what comes from outside and reaches further is asked about. What was asked about stays so, even
 * if an edit takes it away and another one, such as redoing, brings it back. To be used in the
 * window's thread.
 */
public final class ProjectTrust {

  private final TrustedProjects kept;
  private final BackgroundTasks tasks;
  private final Consumer<QarionException> failed;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Trust> state = new ReadOnlyObjectWrapper<>(new Trust.Given());
  private final ReadOnlyIntegerWrapper reminders = new ReadOnlyIntegerWrapper();
  private final Map<FlowDocument, ProjectReach> reaches = new LinkedHashMap<>();
  private final ListChangeListener<FlowDocument> listener = _ -> flowsChanged();
  private Optional<Following> following = Optional.empty();
  private CompletableFuture<Boolean> written = CompletableFuture.completedFuture(true);
  private Subscription edits = Subscription.EMPTY;
  private Optional<ProjectReach> remembered = Optional.empty();
  private boolean outside;

  /** What is followed, and what the user has said of it. */
  private record Following(
      OpenProject project,
      ObservableList<FlowDocument> flows,
      boolean answered,
      boolean before,
      ProjectReach approved,
      ProjectReach doubtful) {

    Following approve(ProjectReach reach) {
      return new Following(
          project, flows, true, true, approved.and(reach), doubtful.without(reach));
    }

    Following doubt(ProjectReach reach) {
      return new Following(project, flows, answered, before, approved, doubtful.and(reach));
    }
  }

  /**
   * @param changed hears that what may be done with the flows has changed
   */
  ProjectTrust(
      TrustedProjects kept,
      BackgroundTasks tasks,
      Consumer<QarionException> failed,
      Runnable changed) {
    this.kept = kept;
    this.tasks = tasks;
    this.failed = failed;
    this.changed = changed;
  }

  public ReadOnlyObjectProperty<Trust> state() {
    return state.getReadOnlyProperty();
  }

  public boolean isGiven() {
    return state.get() instanceof Trust.Given;
  }

  /** Whether the user still has to answer. */
  public ObservableValue<Boolean> asked() {
    return state.map(Trust.Asked.class::isInstance);
  }

  /** Rises whenever the user wanted what the answer is needed for. */
  public ReadOnlyIntegerProperty reminders() {
    return reminders.getReadOnlyProperty();
  }

  /** Points the user to the question. */
  public void remind() {
    reminders.set(reminders.get() + 1);
  }

  /** The user trusts the project as it is shown. */
  public void trust() {
    following.ifPresent(open -> {
      ProjectReach reach = reach(open);
      following = Optional.of(open.approve(reach));
      keep(open.project(), reach);
      set(new Trust.Given());
    });
  }

  /** Does something to the flows that the user has not done. */
  public void fromOutside(Runnable change) {
    boolean was = outside;
    outside = true;
    try {
      change.run();
    } finally {
      outside = was;
    }
    // Variables in the project's own file may lead to other files.
    following.ifPresent(open -> measure(open, open.flows()));
    review(true);
  }

  /** Done when all that was to be kept has been written, or could not be. */
  CompletableFuture<Boolean> settled() {
    return written;
  }

  /**
   * Follows a project that is about to be shown.
   *
   * @param flows with their edits
   */
  void begin(OpenProject project, ObservableList<FlowDocument> flows, TrustedProjects.Known known) {
    var open =
        new Following(
            project, flows, false, known.hash().isPresent(), ProjectReach.NONE, ProjectReach.NONE);
    measure(open, flows);
    ProjectReach reach = reach(open);
    boolean allowed = known.allows(reach);
    following = Optional.of(allowed ? open.approve(reach) : open.doubt(reach));
    remembered = known.hash().filter(reach.hash()::equals).map(_ -> reach);
    if (allowed) {
      keep(project, reach);
    }
    project.permit(allowed);
    flows.addListener(listener);
    follow(flows);
    state.set(
        allowed
            ? new Trust.Given()
            : new Trust.Asked(reach, ProjectReach.NONE, known.hash().isPresent()));
  }

  /** The project is shown no more. */
  void end() {
    following.ifPresent(open -> open.flows().removeListener(listener));
    following = Optional.empty();
    edits.unsubscribe();
    reaches.clear();
    state.set(new Trust.Given());
  }

  private void flowsChanged() {
    following.ifPresent(open -> {
      follow(open.flows());
      measure(open, open.flows());
    });
    review(outside);
  }

  private void follow(List<FlowDocument> flows) {
    edits.unsubscribe();
    edits =
        flows.stream()
            .map(flow -> flow.stored().subscribe((_, _) -> edited(flow)))
            .reduce(Subscription.EMPTY, Subscription::and);
  }

  /** Hardly any edit changes what is touched. */
  private void edited(FlowDocument flow) {
    following.ifPresent(open -> {
      ProjectReach now = measured(open, flow);
      if (!now.equals(reaches.put(flow, now))) {
        review(outside);
      }
    });
  }

  private void measure(Following open, List<FlowDocument> flows) {
    reaches.clear();
    flows.forEach(flow -> reaches.put(flow, measured(open, flow)));
  }

  private static ProjectReach measured(Following open, FlowDocument flow) {
    return ProjectReach.of(open.project().settings(), List.of(flow.stored().get().flow()));
  }

  private ProjectReach reach(Following open) {
    return ProjectReach.of(open.project().settings(), List.of())
        .and(ProjectReach.union(reaches.values()));
  }

  private void review(boolean theirs) {
    following.ifPresent(open -> review(open, reach(open), theirs));
  }

  private void review(Following open, ProjectReach reach, boolean theirs) {
    ProjectReach added = reach.without(open.approved());
    boolean unknown = added.without(open.doubtful()).equals(added);
    boolean mine = isGiven() && !theirs && unknown;
    if (open.answered() && (added.isEmpty() || mine)) {
      following = Optional.of(open.approve(added));
      keep(open.project(), reach);
      set(new Trust.Given());
    } else {
      following = Optional.of(theirs ? open.doubt(added) : open);
      set(new Trust.Asked(reach, open.answered() ? added : ProjectReach.NONE, open.before()));
    }
  }

  private void set(Trust now) {
    boolean was = isGiven();
    state.set(now);
    if (was != isGiven()) {
      following.ifPresent(open -> open.project().permit(isGiven()));
      changed.run();
    }
  }

  /** In the order asked for, so that the last one stays. */
  private void keep(OpenProject project, ProjectReach reach) {
    if (remembered.filter(reach::equals).isPresent()) {
      return;
    }
    remembered = Optional.of(reach);
    CompletableFuture<Boolean> before = written;
    var done = new CompletableFuture<Boolean>();
    written = done;
    tasks.startQuietly(
        "Remember that " + project.name() + " is trusted",
        _ -> {
          before.join();
          try {
            kept.remember(project.root(), reach);
            return true;
          } finally {
            done.complete(true);
          }
        },
        _ -> {},
        failed);
  }
}

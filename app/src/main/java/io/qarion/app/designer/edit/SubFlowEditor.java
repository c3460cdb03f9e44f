package io.qarion.app.designer.edit;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.FlowNames;
import io.qarion.app.designer.session.FlowTrash;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.call.CalledFlow;
import io.qarion.core.edit.SubFlows;
import io.qarion.core.flow.Task;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.repository.TrashedFile;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes flows of their own of steps of the flow that is shown, and puts them back; what is undone
 * there takes the other flow's file along. To be used in the window's thread.
 */
public final class SubFlowEditor {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final FlowTrash trash;
  private final List<FollowingFlow> followed = new ArrayList<>();

  public SubFlowEditor(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.trash = new FlowTrash(session, tasks, messages);
    session.project().addListener((_, _, _) -> followed.clear());
  }

  /** A name that no flow has, such as the one that is given. */
  public String freeName(String wanted) {
    return FlowNames.freeName(
        wanted,
        session.flows().stream()
            .map(flow -> flow.stored().get().flow().name())
            .collect(Collectors.toSet()));
  }

  /** Makes a flow of steps, which one step runs in their place. */
  public void extract(Set<TaskId> steps, String wanted) {
    Optional<FlowDocument> active = session.active().get();
    Optional<OpenProject> project = session.project().get();
    if (active.isEmpty() || project.isEmpty() || wanted.isBlank()) {
      return;
    }
    FlowDocument flow = active.get();
    String name = freeName(wanted.strip());
    FlowId id = FlowNames.free(FlowNames.id(name), ids());
    TomlDocument before = flow.document();
    try {
      SubFlows.Extracted extracted = SubFlows.extract(before, steps, id, name);
      OpenProject owner = project.get();
      tasks.start(
          "Write " + id,
          _ -> owner.flowFolder().create(id, extracted.made()),
          written -> extracted(flow, before, extracted, written),
          session::failed);
    } catch (QarionException e) {
      session.failed(e);
    }
  }

  private void extracted(
      FlowDocument flow, TomlDocument before, SubFlows.Extracted extracted, StoredFlow written) {
    boolean changed = !flow.document().text().equals(before.text());
    String name = written.flow().name();
    if (!changed) {
      flow.edit(messages.get("command.extract", name), _ -> extracted.rest());
      flow.selection().set(Optional.of(extracted.call()));
    }
    // After the edit, since no two flows may write the same datasets.
    Optional<FlowDocument> made = session.takeIn(written);
    if (changed) {
      session.failed(changedMeanwhile(flow));
      made.ifPresent(document -> trash.put(document, _ -> {}, () -> {}));
    } else {
      String after = flow.document().text();
      following(flow, written.id()).follows(after, before.text());
      tell(told(name, extracted), flow, after);
    }
  }

  private void tell(String what, FlowDocument flow, String after) {
    session.tell(
        new News(
            what,
            Optional.of(new News.Offer(messages.get("explorer.undo"), () -> undo(flow, after)))));
  }

  private String told(String name, SubFlows.Extracted extracted) {
    String reads = names(extracted.reads());
    String gives = names(extracted.gives());
    if (reads.isEmpty()) {
      return gives.isEmpty()
          ? messages.get("sub-flow.made", name)
          : messages.get("sub-flow.made-gives", name, gives);
    }
    return gives.isEmpty()
        ? messages.get("sub-flow.made-reads", name, reads)
        : messages.get("sub-flow.made-both", name, reads, gives);
  }

  private static String names(List<DatasetName> datasets) {
    return datasets.stream().map(DatasetName::value).collect(Collectors.joining(", "));
  }

  /** The flow that a step of the flow that is shown runs. */
  public Optional<FlowDocument> called(TaskId step) {
    return session
        .active()
        .get()
        .flatMap(flow -> calledBy(flow, step))
        .flatMap(id -> session.flows().stream().filter(flow -> flow.id().equals(id)).findFirst());
  }

  private static Optional<FlowId> calledBy(FlowDocument flow, TaskId step) {
    return flow.stored().get().flow().tasks().stream()
        .filter(task -> task.id().equals(step))
        .flatMap(task -> CalledFlow.of(task).stream())
        .findFirst();
  }

  /** Shows the flow that a step runs. */
  public void open(TaskId step) {
    called(step).ifPresent(flow -> session.active().set(Optional.of(flow)));
  }

  /** Puts the steps of the flow that a step runs in its place; that flow goes to the trash. */
  public void inline(TaskId step) {
    Optional<FlowDocument> other = called(step);
    Optional<FlowDocument> active = session.active().get();
    if (other.isEmpty() || active.isEmpty()) {
      return;
    }
    FlowDocument flow = active.get();
    TomlDocument before = flow.document();
    try {
      checkOnlyUse(flow, step, other.get());
      SubFlows.Inlined inlined = SubFlows.inline(before, step, other.get().document());
      trash.put(
          other.get(),
          trashed -> inlined(flow, before, inlined, new Gone(other.get(), trashed)),
          () -> {});
    } catch (QarionException e) {
      session.failed(e);
    }
  }

  private record Gone(FlowDocument flow, TrashedFile file) {}

  private void inlined(
      FlowDocument flow, TomlDocument before, SubFlows.Inlined inlined, Gone gone) {
    if (!flow.document().text().equals(before.text())) {
      session.failed(changedMeanwhile(flow));
      trash.takeBack(gone.file(), _ -> {}, () -> {});
      return;
    }
    String name = gone.flow().stored().get().flow().name();
    flow.edit(messages.get("command.inline", name), _ -> inlined.document());
    flow.selection().set(inlined.steps().stream().findFirst());
    String after = flow.document().text();
    FollowingFlow following = following(flow, gone.flow().id());
    following.isIn(gone.file());
    following.follows(before.text(), after);
    tell(messages.get("sub-flow.inlined", name, inlined.steps().size()), flow, after);
  }

  private FollowingFlow following(FlowDocument flow, FlowId id) {
    return followed.stream()
        .filter(each -> each.isOf(flow, id))
        .findFirst()
        .orElseGet(() -> {
          var following = new FollowingFlow(session, trash, flow, id);
          followed.add(following);
          return following;
        });
  }

  /** Takes the edit back, unless there have been others since. */
  private void undo(FlowDocument flow, String after) {
    session.newsSeen();
    session.active().set(Optional.of(flow));
    if (flow.document().text().equals(after)) {
      flow.commands().undo();
    } else {
      session.failed(
          refused(messages.get("sub-flow.not-last"), messages.get("sub-flow.not-last.fix")));
    }
  }

  private void checkOnlyUse(FlowDocument flow, TaskId step, FlowDocument called) {
    for (FlowDocument other : session.flows()) {
      Stream<Task> calls =
          other.stored().get().flow().tasks().stream()
              .filter(task -> CalledFlow.of(task).filter(called.id()::equals).isPresent())
              .filter(task -> other != flow || !task.id().equals(step));
      if (calls.findFirst().isPresent()) {
        throw refused(
            "'%s' is run by a step of '%s' too."
                .formatted(called.stored().get().flow().name(), other.stored().get().flow().name()),
            "Copy its steps instead, or take the other step away first.");
      }
    }
  }

  private static QarionException changedMeanwhile(FlowDocument flow) {
    return refused(
        "'%s' has changed meanwhile, so nothing was done.".formatted(flow.id()), "Try again.");
  }

  private static QarionException refused(String message, String fix) {
    return new QarionException(Problem.error("edit.sub_flow", Place.UNKNOWN, message, fix));
  }

  private Set<FlowId> ids() {
    var ids = new LinkedHashSet<FlowId>();
    for (FlowDocument flow : session.flows()) {
      ids.add(flow.id());
      ids.add(flow.stored().get().id());
    }
    return ids;
  }
}

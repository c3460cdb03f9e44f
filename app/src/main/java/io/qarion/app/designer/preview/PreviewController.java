package io.qarion.app.designer.preview;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.dag.DagNode;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Lets the preview follow the choice of a step, its settings and the runs. */
public final class PreviewController {

  private final DesignerSession session;
  private final PreviewModel model;
  private final ObservableValue<Boolean> seen;
  private Subscription subscription = Subscription.EMPTY;
  private boolean following;

  /**
   * @param seen whether anybody looks; no row is read before
   */
  public PreviewController(
      DesignerSession session, PreviewModel model, ObservableValue<Boolean> seen) {
    this.session = session;
    this.model = model;
    this.seen = seen;
  }

  /** Begins, for as long as the session lives. */
  public void start() {
    session.active().subscribe(this::follow);
    seen.subscribe(_ -> update());
    session.trust().state().subscribe((_, _) -> update());
  }

  private void follow(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    following = false;
    subscription =
        document
            .map(flow ->
                Subscription.combine(
                    flow.selection().subscribe(_ -> update()),
                    flow.lookedAt().subscribe(_ -> update()),
                    flow.compiled().subscribe(_ -> update()),
                    flow.stale().subscribe(_ -> update()),
                    flow.runState().last().subscribe(_ -> update())))
            .orElse(Subscription.EMPTY);
    following = true;
    update();
  }

  private void update() {
    if (!following) {
      return;
    }
    Optional<FlowDocument> flow = session.active().get();
    Optional<TaskId> step = flow.flatMap(open -> open.selection().get());
    Optional<CompiledFlow> compiled = flow.flatMap(open -> open.compiled().get());
    Optional<OpenProject> project = session.project().get();
    boolean nothing = flow.isEmpty() || step.isEmpty() || compiled.isEmpty() || project.isEmpty();
    if (nothing || !session.trust().isGiven()) {
      model.clear();
    } else if (Boolean.TRUE.equals(seen.getValue())) {
      if (flow.get().stale().get()) {
        model.outdate();
      } else {
        show(project.get(), flow.get(), compiled.get(), step.get());
      }
    }
  }

  private void show(OpenProject project, FlowDocument flow, CompiledFlow compiled, TaskId step) {
    Optional<DagNode> node = compiled.dag().find(step);
    Optional<StoredFlow> part = part(flow, step);
    var target =
        new Target(
            flow.id(),
            step,
            node.map(DagNode::title).orElse(step.value()),
            part.flatMap(_ -> flow.lookedAt().get()));
    List<Problem> wrong = node.map(found -> errors(compiled, found)).orElse(List.of());
    if (part.isPresent()) {
      List<StoredFlow> others = session.stored();
      model.show(target, _ -> project.preview(project.compile(part.get(), others)).rows(step));
    } else if (compiled.work(step).isEmpty() && !wrong.isEmpty()) {
      model.fail(target, wrong);
    } else {
      model.show(target, _ -> project.preview(compiled).rows(step));
    }
  }

  /** The flow up to the visual step that is looked at; empty where that is the last. */
  private static Optional<StoredFlow> part(FlowDocument flow, TaskId step) {
    Optional<Integer> last = flow.lookedAt().get();
    StoredFlow stored = flow.stored().get();
    if (last.isEmpty()
        || !RuleEdits.isVisual(stored.document(), step)
        || last.get() + 1 >= RuleEdits.count(stored.document(), step)) {
      return Optional.empty();
    }
    TomlDocument cut = RuleEdits.cut(stored.document(), step, last.get() + 1);
    return Optional.of(
        new StoredFlow(
            stored.id(), stored.file(), FlowToml.read(cut).flow(), cut, stored.problems()));
  }

  private static List<Problem> errors(CompiledFlow compiled, DagNode node) {
    return compiled.problems().stream()
        .filter(Problem::isError)
        .filter(problem ->
            !node.element().isEmpty() && problem.place().element().startsWith(node.element()))
        .toList();
  }
}

package io.qarion.app.designer.problems;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dag.DagNode;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.QuickFixes;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;

/** The findings of the flow that is shown, and the fixes that the program can make itself. */
public final class ProblemsModel {

  private final DesignerSession session;
  private final Messages messages;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObservableList<Problem> problemsSeen =
      FXCollections.unmodifiableObservableList(problems);
  private final ObjectProperty<Optional<Problem>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
  private Optional<FlowDocument> shown = Optional.empty();
  private boolean updating;
  private boolean mending;
  private Subscription subscription = Subscription.EMPTY;

  public ProblemsModel(DesignerSession session, Messages messages) {
    this.session = session;
    this.messages = messages;
    session.active().subscribe(this::show);
  }

  /** Name of the panel, with the number of findings where there are any. */
  public ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () ->
            problems.isEmpty()
                ? messages.get("panel.problems")
                : messages.get("panel.problems-count", problems.size()),
        problemsSeen);
  }

  /** Errors first. */
  ObservableList<Problem> problems() {
    return problemsSeen;
  }

  /** The finding that the user looks at. */
  ObjectProperty<Optional<Problem>> selected() {
    return selected;
  }

  /** Whether the findings are being replaced, so that no choice among them is the user's. */
  boolean isUpdating() {
    return updating;
  }

  /** Whether the findings are those of the text as it is now; only then can it be mended. */
  ReadOnlyBooleanProperty current() {
    return current.getReadOnlyProperty();
  }

  /** Applies the likeliest fix of the selected finding, for menus, palette and shortcut. */
  public List<Action> actions() {
    return List.of(
        new Action(
            "edit.fix",
            messages.get("action.edit.fix"),
            "fth-check-circle",
            Optional.of(KeyCombination.valueOf("Alt+Enter")),
            Bindings.createBooleanBinding(
                () -> current.get() && likeliest().isPresent(), current, selected),
            this::fixSelected));
  }

  /** What a fix will do, in words. */
  String title(QuickFix fix) {
    return switch (fix) {
      case QuickFix.Rename(_, String written, String meant) ->
          messages.get("problems.fix.rename", written, meant);
      case QuickFix.Remove(_, String written) -> messages.get("problems.fix.remove", written);
      case QuickFix.Replace(_, String written, String meant) ->
          messages.get("problems.fix.write", written, meant);
      case QuickFix.ReplacePart(_, _, String written, String meant) ->
          messages.get("problems.fix.write", written, meant);
    };
  }

  /** Changes the text, as an edit that can be undone. */
  void apply(QuickFix fix) {
    if (current.get()) {
      shown.ifPresent(flow -> apply(flow, fix));
    }
  }

  private void apply(FlowDocument flow, QuickFix fix) {
    try {
      flow.edit(title(fix), document -> QuickFixes.apply(document, fix));
      mending = true;
    } catch (QarionException e) {
      session.failed(e);
    }
  }

  /** Applies the likeliest fix of the selected finding, if it has one. */
  void fixSelected() {
    likeliest().ifPresent(this::apply);
  }

  private Optional<QuickFix> likeliest() {
    return selected.get().flatMap(problem -> problem.quickFixes().stream().findFirst());
  }

  /** Selects the step that a finding belongs to. */
  void reveal(Problem problem) {
    shown.ifPresent(
        flow -> step(flow, problem).ifPresent(step -> flow.selection().set(Optional.of(step))));
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    shown = document;
    selected.set(Optional.empty());
    mending = false;
    document.ifPresent(flow -> {
      ListChangeListener<Problem> listener = _ -> found(flow);
      flow.problems().addListener(listener);
      subscription =
          Subscription.combine(
              () -> flow.problems().removeListener(listener),
              flow.stored().subscribe(() -> current.set(false)),
              flow.runState().last().subscribe(_ -> update(flow)));
    });
    document.ifPresentOrElse(this::found, problems::clear);
  }

  private void found(FlowDocument flow) {
    update(flow);
    current.set(true);
    if (mending) {
      selected.get().ifPresent(this::reveal);
    }
    mending = false;
  }

  /**
   * Errors first; what the last run found stands among them. Where the selected one is gone, the
   * next one takes its place, so that one after the other can be mended.
   */
  private void update(FlowDocument flow) {
    var all = new LinkedHashSet<>(flow.problems());
    flow.runState().last().get().ifPresent(run -> all.addAll(run.problems()));
    Optional<Problem> before = selected.get();
    int place = before.map(problems::indexOf).orElse(-1);
    selected.set(Optional.empty());
    updating = true;
    problems.setAll(
        all.stream().sorted(Comparator.comparing(Problem::severity).reversed()).toList());
    updating = false;
    if (place >= 0 && !problems.isEmpty()) {
      int next = Math.min(place, problems.size() - 1);
      selected.set(before.filter(problems::contains).or(() -> Optional.of(problems.get(next))));
    }
  }

  /** The step that a problem's element belongs to. */
  private static Optional<TaskId> step(FlowDocument flow, Problem problem) {
    String element = problem.place().element();
    return flow.compiled().get().stream()
        .flatMap(compiled -> compiled.dag().steps().stream())
        .filter(node -> !node.element().isEmpty() && element.startsWith(node.element()))
        .max(Comparator.comparingInt(node -> node.element().length()))
        .map(DagNode::id);
  }
}

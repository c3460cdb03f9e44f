package io.qarion.app.designer.canvas;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.problem.TaskId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** What can be done to the groups of a flow, by pointer and by keys. */
public final class GroupEditing {

  private static final double NAME_X = 28;
  private static final double NAME_Y = 2;
  private static final double CARD_X = 58;
  private static final double CARD_Y = 12;
  private static final double NAME_WIDTH = 180;

  private final CanvasModel model;
  private final CanvasView view;
  private final FlowEditor editor;
  private final Messages messages;
  private Optional<String> made = Optional.empty();

  public GroupEditing(CanvasModel model, CanvasView view, FlowEditor editor, Messages messages) {
    this.model = model;
    this.view = view;
    this.editor = editor;
    this.messages = messages;
    model.graph().addListener((_, _, graph) -> made.flatMap(graph::group).ifPresent(this::name));
  }

  /** Makes a group of the chosen steps, and lets it be named as soon as it is seen. */
  void make() {
    Set<TaskId> steps = model.selection().get();
    if (!steps.isEmpty()) {
      editor.draw(
          messages.get("command.group"),
          document -> {
            StepGroups.Made group = StepGroups.make(document, freeName(), steps);
            made = Optional.of(group.id());
            return group.document();
          });
    }
  }

  private void name(CanvasGroup group) {
    made = Optional.empty();
    rename(group);
  }

  private String freeName() {
    Set<String> taken = new LinkedHashSet<>();
    model.graph().get().groups().forEach(group -> taken.add(group.name()));
    String name = messages.get("group.new");
    for (int number = 2; taken.contains(name); number++) {
      name = messages.get("group.new") + " " + number;
    }
    return name;
  }

  /** Takes the chosen group away; its steps stay. */
  void dissolve() {
    chosen()
        .ifPresent(group ->
            editor.draw(
                messages.get("command.ungroup", group.name()),
                document -> StepGroups.dissolve(document, group.id())));
  }

  /** Shows the chosen group as one card, or its cards again. */
  void toggle() {
    chosen().ifPresent(this::toggle);
  }

  void toggle(CanvasGroup group) {
    editor.draw(
        messages.get(
            group.collapsed() ? "command.group-expand" : "command.group-collapse", group.name()),
        document -> StepGroups.collapse(document, group.id(), !group.collapsed()));
  }

  /** Opens the card of a group. */
  void open(CanvasNode card) {
    card.group().flatMap(each -> model.graph().get().group(each.id())).ifPresent(this::toggle);
  }

  /** Lets another name be typed for the chosen group, where it stands. */
  void rename() {
    chosen().ifPresent(this::rename);
  }

  void rename(CanvasGroup group) {
    Viewport viewport = model.viewport().get();
    Bounds title = group.title();
    Point2D at =
        group.collapsed()
            ? group.card().add(CARD_X, CARD_Y)
            : new Point2D(title.getMinX() + NAME_X, title.getMinY() + NAME_Y);
    view.edits()
        .name(
            viewport.toScreen(at),
            NAME_WIDTH * Math.max(1, viewport.scale()),
            group.name(),
            messages.get("group.name"),
            name -> {
              if (!name.isBlank() && !name.equals(group.name())) {
                editor.draw(
                    messages.get("command.rename-step", group.name()),
                    document -> StepGroups.rename(document, group.id(), name));
              }
            });
  }

  /** Chooses the steps of a group. */
  void choose(CanvasGroup group, boolean more) {
    var steps = new LinkedHashSet<>(more ? model.selection().get() : Set.<TaskId>of());
    steps.addAll(group.steps());
    model.selection().set(steps);
  }

  /** Whether the card of a collapsed group is chosen, and nothing else. */
  boolean isCard() {
    List<CanvasNode> cards = model.selectedCards();
    return cards.size() == 1 && cards.getFirst().isGroup();
  }

  /** The group that all chosen steps are in. */
  Optional<CanvasGroup> chosen() {
    Set<TaskId> steps = model.selection().get();
    return steps.isEmpty()
        ? Optional.empty()
        : model.graph().get().groups().stream()
            .filter(group -> group.places().keySet().containsAll(steps))
            .findFirst();
  }
}

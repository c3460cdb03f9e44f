package io.qarion.app.designer.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Moves a visual step among the others of its task by a drag of its title; a line shows where it
 * will be. Escape stops it.
 */
final class RuleDrag extends StackPane {

  private static final double LEAST = 4;
  private static final double THICK = 2;

  /** Half of what the style leaves between sections. */
  private static final double BETWEEN = 12;

  private final Region forms;
  private final List<SectionView> sections;
  private final RuleTools.Work work;
  private final DoubleConsumer scroll;
  private final Region line = new Region();
  private final EventHandler<KeyEvent> escape = this::key;
  private Optional<SectionView> held = Optional.empty();
  private double pressed;
  private boolean dragging;

  /**
   * @param forms lays the sections out
   * @param sections as they are now
   * @param scroll gets where the pointer is in the scene, to bring what lies there into sight
   */
  RuleDrag(Region forms, List<SectionView> sections, RuleTools.Work work, DoubleConsumer scroll) {
    this.forms = forms;
    this.sections = sections;
    this.work = work;
    this.scroll = scroll;
    line.setId("rule-drop");
    line.getStyleClass().add("rule-drop");
    line.setManaged(false);
    line.setMouseTransparent(true);
    line.setVisible(false);
    getChildren().addAll(forms, line);
  }

  /** Lets a section be taken by its head. */
  void watch(SectionView section) {
    Node head = section.head();
    head.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(section, event));
    head.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    head.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void press(SectionView section, MouseEvent event) {
    boolean movable =
        event.getButton() == MouseButton.PRIMARY
            && section.rule().filter(place -> place.count() > 1).isPresent();
    held = movable ? Optional.of(section) : Optional.empty();
    pressed = event.getSceneY();
    dragging = false;
  }

  private void drag(MouseEvent event) {
    if (held.isEmpty()) {
      return;
    }
    if (!dragging && Math.abs(event.getSceneY() - pressed) >= LEAST) {
      dragging = true;
      held.get().setDragged(true);
      getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    if (dragging) {
      scroll.accept(event.getSceneY());
      show(gap(event.getSceneY()));
    }
    event.consume();
  }

  private void release(MouseEvent event) {
    Optional<SectionView> moved = dragging ? held : Optional.empty();
    end();
    moved.ifPresent(section ->
        section
            .rule()
            .ifPresent(place -> {
              int to = to(gap(event.getSceneY()), place.index());
              if (to != place.index()) {
                work.move(place, section.title(), to);
              }
            }));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void end() {
    if (dragging) {
      getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    held.ifPresent(section -> section.setDragged(false));
    held = Optional.empty();
    dragging = false;
    line.setVisible(false);
  }

  /** The visual steps that lie above a place in the scene: where the held one would go between. */
  private int gap(double sceneY) {
    double y = forms.sceneToLocal(0, sceneY).getY();
    return (int)
        rules().stream()
            .filter(section -> section.node().getBoundsInParent().getCenterY() < y)
            .count();
  }

  /** The step is no longer where it was once it is put back in. */
  private static int to(int gap, int from) {
    return gap > from ? gap - 1 : gap;
  }

  private void show(int gap) {
    int from = held.flatMap(SectionView::rule).map(RulePlace::index).orElse(gap);
    line.setVisible(to(gap, from) != from);
    List<SectionView> rules = rules();
    Bounds beside = rules.get(Math.min(gap, rules.size() - 1)).node().getBoundsInParent();
    double y = gap < rules.size() ? beside.getMinY() - BETWEEN : beside.getMaxY() + BETWEEN;
    line.resizeRelocate(
        forms.getLayoutX(), forms.getLayoutY() + y - THICK / 2, forms.getWidth(), THICK);
  }

  private List<SectionView> rules() {
    return sections.stream().filter(section -> section.rule().isPresent()).toList();
  }
}

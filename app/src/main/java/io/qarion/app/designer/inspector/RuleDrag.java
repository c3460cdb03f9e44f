package io.qarion.app.designer.inspector;

import io.qarion.app.designer.control.ReorderDrag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Moves a visual step among the others of its task by a drag of its title. */
final class RuleDrag implements ReorderDrag.Lines<SectionView> {

  /** Half of what the style leaves between sections. */
  private static final double BETWEEN = 12;

  private final Region forms;
  private final List<SectionView> sections;
  private final RuleTools.Work work;
  private final DoubleConsumer scroll;
  private final ReorderDrag<SectionView> drag;

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
    this.drag = new ReorderDrag<>(forms, "rule-drop", this);
  }

  /** The forms, with a mark where the step will be. */
  Node node() {
    return drag;
  }

  /** Lets a section be taken by its head. */
  void watch(SectionView section) {
    drag.watch(
        section.head(),
        () ->
            Optional.of(section)
                .filter(each -> each.rule().filter(place -> place.count() > 1).isPresent()));
  }

  @Override
  public int index(SectionView section) {
    return section.rule().map(RulePlace::index).orElse(0);
  }

  @Override
  public void setDragged(SectionView section, boolean dragged) {
    section.setDragged(dragged);
  }

  @Override
  public int above(double sceneY) {
    double y = forms.sceneToLocal(0, sceneY).getY();
    return (int)
        rules().stream()
            .filter(section -> section.node().getBoundsInParent().getCenterY() < y)
            .count();
  }

  @Override
  public void scroll(double sceneY) {
    scroll.accept(sceneY);
  }

  @Override
  public OptionalDouble markAt(int above) {
    List<SectionView> rules = rules();
    Bounds beside = rules.get(Math.min(above, rules.size() - 1)).node().getBoundsInParent();
    return OptionalDouble.of(
        above < rules.size() ? beside.getMinY() - BETWEEN : beside.getMaxY() + BETWEEN);
  }

  @Override
  public void move(SectionView section, int to) {
    section.rule().ifPresent(place -> work.move(place, section.title(), to));
  }

  private List<SectionView> rules() {
    return sections.stream().filter(section -> section.rule().isPresent()).toList();
  }
}

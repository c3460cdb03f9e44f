package io.qarion.app.designer.inspector;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldView;
import io.qarion.app.designer.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Some settings under their title. The same controls serve other settings of the same kinds, and
 * settings that are folded have none until somebody looks, since controls cost more time than
 * anything else of the window.
 */
final class SectionView {

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass MOVABLE = PseudoClass.getPseudoClass("movable");

  private final VBox box = new VBox();
  private final Label title = new Label();
  private final Button remove = new Button("", new FontIcon("fth-x"));
  private final FontIcon grip = new FontIcon("fth-more-vertical");
  private final HBox head = new HBox(title, remove);
  private final RuleTools tools;
  private final Optional<TitledPane> pane;
  private final Function<Field, FieldView> maker;
  private final Messages messages;
  private final Optional<JoinPart> matches;
  private final List<FieldView> fields = new ArrayList<>();
  private Section section;

  /**
   * @param maker makes the control of a setting
   * @param removed takes the section whose entry shall go
   * @param matches shows what the join of the section will do; empty if it is none
   */
  SectionView(
      Section section,
      Function<Field, FieldView> maker,
      Consumer<Section> removed,
      RuleTools.Work work,
      Optional<JoinPart> matches,
      Messages messages) {
    this.section = section;
    this.matches = matches;
    this.maker = maker;
    this.messages = messages;
    box.getStyleClass().add("part");
    title.getStyleClass().add("section-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    head.getStyleClass().add("section-head");
    grip.getStyleClass().add("grip");
    grip.managedProperty().bind(grip.visibleProperty());
    head.getChildren().addFirst(grip);
    tools = new RuleTools(work, messages);
    head.getChildren().add(tools);
    remove.getStyleClass().addAll("flat", "button-icon", "small");
    remove.managedProperty().bind(remove.visibleProperty());
    remove.setOnAction(_ -> removed.accept(this.section));
    pane = section.folded() ? Optional.of(foldedPane()) : Optional.empty();
    if (!section.folded()) {
      fill();
    }
    entitle();
  }

  private TitledPane foldedPane() {
    var made = new TitledPane("", box);
    made.setAnimated(false);
    made.setExpanded(false);
    made.expandedProperty()
        .subscribe(expanded -> {
          if (expanded && fields.isEmpty()) {
            fill();
          }
        });
    return made;
  }

  Region node() {
    return pane.<Region>map(folded -> folded).orElse(box);
  }

  /** What has the title. */
  Node head() {
    return head;
  }

  String title() {
    return section.title();
  }

  /** The visual step that is shown. */
  Optional<RulePlace> rule() {
    return section.rule();
  }

  void setDragged(boolean dragged) {
    box.pseudoClassStateChanged(DRAGGED, dragged);
  }

  Stream<FieldView> fields() {
    return fields.stream();
  }

  /**
   * Whether this can show other settings. What is being typed is not taken for a value of another
   * setting.
   */
  boolean takes(Section other) {
    boolean fits =
        other.folded() == section.folded()
            && other.title().isEmpty() == section.title().isEmpty()
            && other.isJoin() == section.isJoin()
            && (fields.isEmpty() || isOfSameKinds(other));
    return fits && (other.isSameAs(section) || fields().noneMatch(FieldView::isEdited));
  }

  void show(Section other) {
    if (!other.isSameAs(section)) {
      pane.ifPresent(folded -> folded.setExpanded(false));
    }
    section = other;
    entitle();
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).show(section.fields().get(i));
    }
  }

  private boolean isOfSameKinds(Section other) {
    return other.fields().stream()
        .map(Field::kind)
        .toList()
        .equals(section.fields().stream().map(Field::kind).toList());
  }

  private void fill() {
    section.fields().stream().map(maker).forEach(fields::add);
    box.getChildren().addAll(fields);
    matches.ifPresent(box.getChildren()::add);
  }

  private void entitle() {
    title.setText(section.title());
    pane.ifPresent(folded -> folded.setText(section.title()));
    if (pane.isEmpty() && !section.title().isEmpty() && !box.getChildren().contains(head)) {
      box.getChildren().addFirst(head);
    }
    section
        .entry()
        .ifPresent(entry -> {
          String what = messages.get("inspector.entry.remove", section.title());
          remove.setId("remove-" + FieldView.idOf(entry));
          remove.setAccessibleText(what);
          remove.setTooltip(new Tooltip(what));
        });
    remove.setVisible(section.entry().isPresent());
    tools.show(section.rule(), section.title());
    section.rule().ifPresent(place -> matches.ifPresent(part -> part.show(place)));
    boolean movable = section.rule().filter(place -> place.count() > 1).isPresent();
    head.pseudoClassStateChanged(MOVABLE, movable);
    grip.setVisible(movable);
    boolean off = section.rule().filter(RulePlace::off).isPresent();
    box.pseudoClassStateChanged(OFF, off);
  }
}

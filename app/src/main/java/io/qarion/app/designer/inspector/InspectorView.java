package io.qarion.app.designer.inspector;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldView;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is chosen: its settings as forms, the columns that come out, and its SQL. */
public final class InspectorView extends ScrollPane {

  private static final double ICON = 20;
  private static final double NEAR_END = 24;
  private static final double SCROLLED = 0.02;

  private final InspectorModel model;
  private final Icons icons;
  private final Messages messages;
  private final VBox forms = new VBox();
  private final List<SectionView> sections = new ArrayList<>();
  private Runnable looking = () -> {};
  private final RuleDrag drag;

  public InspectorView(InspectorModel model, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;
    this.messages = messages;
    setId("inspector");
    getStyleClass().addAll("panel", "inspector", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    forms.getStyleClass().add("forms");
    drag = new RuleDrag(forms, sections, model.rules(), this::scrollTo);
    var columns = new ColumnsPart(this, messages);
    var statement = new StatementPart(messages);
    var content = new VBox(head(), look(), drag.node(), addRule(), columns, statement);
    content.getStyleClass().add("content");
    setContent(content);
    model.sections().subscribe(this::show);
    model.columns().subscribe(columns::show);
    model.sql().subscribe(statement::show);
    vvalueProperty().subscribe(_ -> columns.moved());
    viewportBoundsProperty().subscribe(_ -> columns.moved());
  }

  private Node head() {
    var sign = new StackPane();
    sign.getStyleClass().add("sign");
    model.kind().subscribe(kind -> sign.getChildren().setAll(icons.kind(kind, ICON)));
    var title = new Label();
    title.setId("inspector-title");
    title.getStyleClass().add("headline");
    title.textProperty().bind(model.title());
    var kind = new Label();
    kind.getStyleClass().add("muted");
    kind.textProperty().bind(model.kind().map(key -> messages.find("kind." + key).orElse(key)));
    var head = new HBox(sign, new VBox(title, kind));
    head.getStyleClass().add("head");
    return head;
  }

  /** Leads to the file that the chosen step loads. */
  private Node look() {
    var button = new Button(messages.get("inspector.look"), new FontIcon("fth-file-text"));
    button.setId("inspector-look");
    button.setAccessibleText(messages.get("inspector.look"));
    button.setTooltip(new Tooltip(messages.get("inspector.look.help")));
    button.setOnAction(_ -> looking.run());
    button.visibleProperty().bind(model.loads());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  /** Says what shows the file that a step loads. */
  public void onLook(Runnable work) {
    looking = work;
  }

  /** Offers another visual step where the chosen step consists of such. */
  private Node addRule() {
    var button = new MenuButton(messages.get("inspector.rule.add"), new FontIcon("fth-plus"));
    button.setId("add-rule");
    button.setAccessibleText(messages.get("inspector.rule.add"));
    button.getStyleClass().add("flat");
    for (String operation : model.operations()) {
      var item = new MenuItem(messages.find("rule." + operation).orElse(operation));
      item.setId("add-rule-" + operation);
      item.setOnAction(_ -> model.addRule(operation));
      button.getItems().add(item);
    }
    button.visibleProperty().bind(model.visual());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  /** Controls stay where they can, so that typing is not disturbed and little is made anew. */
  private void show(List<Section> shown) {
    String focused = focusedId();
    for (int i = 0; i < shown.size(); i++) {
      put(i, shown.get(i));
    }
    sections.subList(shown.size(), sections.size()).clear();
    forms.getChildren().remove(shown.size(), forms.getChildren().size());
    Node again = focused.isEmpty() ? null : forms.lookup("#" + focused);
    if (again != null && !again.isFocused()) {
      again.requestFocus();
    }
  }

  private void put(int index, Section section) {
    if (index < sections.size() && sections.get(index).takes(section)) {
      sections.get(index).show(section);
      return;
    }
    var made =
        new SectionView(
            section,
            this::field,
            model::remove,
            model.rules(),
            section.isJoin()
                ? Optional.of(new JoinPart(model.joins(), messages))
                : Optional.empty(),
            messages);
    drag.watch(made);
    if (index < sections.size()) {
      sections.set(index, made);
      forms.getChildren().set(index, made.node());
    } else {
      sections.add(made);
      forms.getChildren().add(made.node());
    }
  }

  /** Scrolls a little where something is dragged over the upper or lower end. */
  private void scrollTo(double sceneY) {
    double y = sceneToLocal(0, sceneY).getY();
    if (y < NEAR_END) {
      setVvalue(Math.max(0, getVvalue() - SCROLLED));
    } else if (y > getHeight() - NEAR_END) {
      setVvalue(Math.min(1, getVvalue() + SCROLLED));
    }
  }

  private FieldView field(Field field) {
    return new FieldView(
        field,
        model::change,
        model::enlarge,
        new FieldView.Words(messages.get("completion.list"), messages.get("inspector.enlarge")));
  }

  /** Goes to the first field of what is chosen. */
  public void enter() {
    sections.stream().skip(1).findFirst().or(() -> sections.stream().findFirst()).stream()
        .flatMap(SectionView::fields)
        .findFirst()
        .map(field -> forms.lookup("#" + field.controlId()))
        .ifPresent(Node::requestFocus);
  }

  /** The field that is edited, which a form made anew has to go on with. */
  private String focusedId() {
    return sections.stream()
        .flatMap(SectionView::fields)
        .filter(FieldView::isEdited)
        .map(FieldView::controlId)
        .findFirst()
        .orElse("");
  }
}

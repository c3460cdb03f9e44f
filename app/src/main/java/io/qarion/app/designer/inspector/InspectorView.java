package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is chosen: its settings as forms, the columns that come out, and its SQL. */
public final class InspectorView extends ScrollPane {

  private static final double ICON = 20;
  private static final int SQL_LINES = 14;

  private final InspectorModel model;
  private final Icons icons;
  private final Messages messages;
  private final VBox forms = new VBox();
  private final VBox columns = new VBox();
  private final VBox statement = new VBox();
  private final List<FieldView> fields = new ArrayList<>();
  private List<Section> shown = List.of();

  public InspectorView(InspectorModel model, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;
    this.messages = messages;
    setId("inspector");
    getStyleClass().addAll("panel", "inspector", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    forms.getStyleClass().add("forms");
    columns.getStyleClass().add("part");
    statement.getStyleClass().add("part");
    var content = new VBox(head(), forms, columns, statement);
    content.getStyleClass().add("content");
    setContent(content);
    model.sections().subscribe(this::show);
    model.columns().subscribe(this::showColumns);
    model.sql().subscribe(this::showSql);
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

  /** Fields stay as they are while only their values change, so that typing is not disturbed. */
  private void show(List<Section> sections) {
    if (isSame(sections)) {
      int i = 0;
      for (Section section : sections) {
        for (Field field : section.fields()) {
          fields.get(i++).show(field);
        }
      }
    } else {
      String focused = focusedId();
      fields.clear();
      forms.getChildren().setAll(sections.stream().map(this::form).toList());
      Node again = focused.isEmpty() ? null : forms.lookup("#" + focused);
      if (again != null) {
        again.requestFocus();
      }
    }
    shown = sections;
  }

  /** The field that is edited, which a form made anew has to go on with. */
  private String focusedId() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return owner == null || owner.getId() == null || !fields.contains(owner.getParent())
        ? ""
        : owner.getId();
  }

  private boolean isSame(List<Section> sections) {
    if (sections.size() != shown.size()) {
      return false;
    }
    for (int i = 0; i < sections.size(); i++) {
      if (!sections.get(i).isSameAs(shown.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Node form(Section section) {
    var box = new VBox();
    box.getStyleClass().add("part");
    for (Field field : section.fields()) {
      var view =
          new FieldView(field, text -> model.change(field, text), messages.get("completion.list"));
      fields.add(view);
      box.getChildren().add(view);
    }
    if (section.folded()) {
      var pane = new TitledPane(section.title(), box);
      pane.setExpanded(false);
      pane.setAnimated(false);
      return pane;
    }
    if (!section.title().isEmpty()) {
      box.getChildren().addFirst(title(section.title()));
    }
    return box;
  }

  private void showColumns(List<ColumnChange> changes) {
    columns.getChildren().clear();
    List<ColumnChange> out =
        changes.stream().filter(change -> change.kind() != ColumnChange.Kind.GONE).toList();
    if (out.isEmpty()) {
      return;
    }
    var grid = new GridPane();
    grid.getStyleClass().add("column-list");
    grid.getColumnConstraints().addAll(fixed(), yielding(), fixed());
    for (int i = 0; i < out.size(); i++) {
      ColumnChange column = out.get(i);
      var type = new Label(column.type());
      type.getStyleClass().addAll("muted", "mono");
      grid.addRow(i, sign(column), new Label(column.name()), type);
    }
    columns.getChildren().addAll(title(messages.get("inspector.columns", out.size())), grid);
    String gone =
        changes.stream()
            .filter(change -> change.kind() == ColumnChange.Kind.GONE)
            .map(ColumnChange::name)
            .collect(Collectors.joining(", "));
    if (!gone.isEmpty()) {
      var left = new Label(messages.get("inspector.gone", gone));
      left.setId("inspector-gone");
      left.getStyleClass().add("muted");
      left.setWrapText(true);
      columns.getChildren().add(left);
    }
  }

  /** Says of a column that it is new or of another type, not by colour alone. */
  private Label sign(ColumnChange column) {
    var sign = new Label();
    sign.getStyleClass().add("column-sign");
    if (column.kind() == ColumnChange.Kind.NEW) {
      sign.setText("+");
      sign.getStyleClass().add("new-column");
      sign.setTooltip(new Tooltip(messages.get("inspector.new")));
    }
    column
        .before()
        .ifPresent(type -> {
          sign.setText("~");
          sign.getStyleClass().add("changed-column");
          sign.setTooltip(new Tooltip(messages.get("inspector.was", type)));
        });
    return sign;
  }

  private static ColumnConstraints fixed() {
    var constraints = new ColumnConstraints();
    constraints.setMinWidth(Region.USE_PREF_SIZE);
    return constraints;
  }

  private static ColumnConstraints yielding() {
    var constraints = new ColumnConstraints();
    constraints.setHgrow(Priority.SOMETIMES);
    return constraints;
  }

  private void showSql(String sql) {
    statement.getChildren().clear();
    if (!sql.isEmpty()) {
      var area = new TextArea(sql);
      area.setId("inspector-sql");
      area.setEditable(false);
      area.setPrefRowCount(SQL_LINES);
      area.getStyleClass().add("mono");
      area.setAccessibleText(messages.get("inspector.sql"));
      statement.getChildren().addAll(title(messages.get("inspector.sql")), area);
    }
  }

  private static Label title(String text) {
    var title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }
}

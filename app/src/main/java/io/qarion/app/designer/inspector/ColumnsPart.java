package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which columns come out of what is chosen, and which it leaves out. */
final class ColumnsPart extends VBox {

  private final Messages messages;
  private final Label title = new Label();
  private final ColumnList list;
  private final Label gone = new Label();

  /**
   * @param viewport what this is seen through
   */
  ColumnsPart(Region viewport, Messages messages) {
    this.messages = messages;
    this.list = new ColumnList(viewport, messages);
    getStyleClass().add("part");
    title.getStyleClass().add("section-title");
    gone.setId("inspector-gone");
    gone.getStyleClass().add("muted");
    gone.setWrapText(true);
    layoutYProperty().subscribe(_ -> moved());
  }

  void show(List<ColumnChange> changes) {
    List<ColumnChange> out =
        changes.stream().filter(change -> change.kind() != ColumnChange.Kind.GONE).toList();
    if (out.isEmpty()) {
      getChildren().clear();
      return;
    }
    title.setText(messages.get("inspector.columns", out.size()));
    list.show(out);
    if (getChildren().isEmpty()) {
      getChildren().addAll(title, list);
    }
    getChildren().remove(gone);
    String names =
        changes.stream()
            .filter(change -> change.kind() == ColumnChange.Kind.GONE)
            .map(ColumnChange::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      gone.setText(messages.get("inspector.gone", names));
      getChildren().add(gone);
    }
  }

  /** Other columns have come into sight. */
  void moved() {
    list.requestLayout();
  }
}

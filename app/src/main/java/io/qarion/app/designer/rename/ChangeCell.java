package io.qarion.app.designer.rename;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.rename.Change;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One place that changes: where, and from what to what. */
final class ChangeCell extends ListCell<Change> {

  private final Messages messages;
  private final Label place = new Label();
  private final Label mark = new Label();
  private final Label before = new Label();
  private final Label after = new Label();
  private final VBox box;

  ChangeCell(Messages messages) {
    this.messages = messages;
    place.getStyleClass().add("help");
    mark.getStyleClass().add("to-check");
    before.getStyleClass().add("before");
    after.getStyleClass().add("after");
    var head = new HBox(place, mark);
    head.getStyleClass().add("line");
    box = new VBox(head, before, after);
    mark.setText(messages.get("rename.to-check"));
    mark.managedProperty().bind(mark.visibleProperty());
    before.managedProperty().bind(before.visibleProperty());
    after.managedProperty().bind(after.visibleProperty());
  }

  @Override
  protected void updateItem(Change change, boolean empty) {
    super.updateItem(change, empty);
    if (empty || change == null) {
      setGraphic(null);
      return;
    }
    place.setText(messages.get("rename.place", change.file(), change.place()));
    mark.setVisible(change.toCheck());
    before.setText("− " + oneLine(change.before()));
    before.setVisible(!change.before().isEmpty());
    after.setText("+ " + oneLine(change.after()));
    after.setVisible(!change.after().isEmpty());
    setGraphic(box);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

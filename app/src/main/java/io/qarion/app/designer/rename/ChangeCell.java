package io.qarion.app.designer.rename;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.rename.Change;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One place that changes, or should be looked at: where, and from what to what or why. */
final class ChangeCell extends ListCell<Change> {

  private static final PseudoClass FOLLOWS = PseudoClass.getPseudoClass("follows");

  private final Messages messages;
  private final Label place = new Label();
  private final Label mark = new Label();
  private final Label before = new Label();
  private final Label after = new Label();
  private final Label reason = new Label();
  private final VBox box;

  ChangeCell(Messages messages) {
    this.messages = messages;
    place.getStyleClass().add("help");
    mark.getStyleClass().add("to-check");
    before.getStyleClass().add("before");
    after.getStyleClass().add("after");
    var head = new HBox(place, mark);
    head.getStyleClass().add("line");
    reason.getStyleClass().add("reason");
    reason.setWrapText(true);
    box = new VBox(head, before, after, reason);
    box.setMinWidth(0);
    // Reasons are sentences: the line is as wide as the list and as high as they need.
    setPrefWidth(0);
    mark.managedProperty().bind(mark.visibleProperty());
    before.managedProperty().bind(before.visibleProperty());
    after.managedProperty().bind(after.visibleProperty());
    reason.managedProperty().bind(reason.visibleProperty());
  }

  @Override
  protected void updateItem(Change change, boolean empty) {
    super.updateItem(change, empty);
    if (empty || change == null) {
      setGraphic(null);
      return;
    }
    place.setText(where(change));
    mark.setText(messages.get(change.toCheck() ? "rename.to-check" : "rename.follows"));
    mark.setVisible(change.toCheck() || !change.isEdit());
    mark.pseudoClassStateChanged(FOLLOWS, !change.toCheck());
    reason.setText(change.reason());
    reason.setVisible(!change.isEdit());
    before.setText("− " + oneLine(change.before()));
    before.setVisible(!change.before().isEmpty());
    after.setText("+ " + oneLine(change.after()));
    after.setVisible(!change.after().isEmpty());
    setGraphic(box);
  }

  private String where(Change change) {
    if (change.file().isEmpty() || change.place().isEmpty()) {
      return change.file() + change.place();
    }
    return messages.get("rename.place", change.file(), change.place());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

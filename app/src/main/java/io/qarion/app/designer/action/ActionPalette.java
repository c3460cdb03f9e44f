package io.qarion.app.designer.action;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds an action by a part of its name, and does it. */
public final class ActionPalette extends StackPane {

  private static final double WIDTH = 480;
  private static final double HEIGHT = 360;

  private final List<Action> actions;
  private final ObservableList<Action> found = FXCollections.observableArrayList();
  private final TextField search = new TextField();
  private final ListView<Action> list = new ListView<>(found);

  /**
   * @param prompt what stands in the empty search field
   */
  public ActionPalette(List<Action> actions, String prompt) {
    this.actions = List.copyOf(actions);
    setId("palette");
    getStyleClass().add("palette");
    setVisible(false);
    search.setId("palette-search");
    search.setPromptText(prompt);
    search.setAccessibleText(prompt);
    search.textProperty().subscribe(this::filter);
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new ActionCell());
    list.setOnMouseClicked(_ -> choose());
    VBox.setVgrow(list, Priority.ALWAYS);
    var box = new VBox(search, list);
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    getChildren().add(box);
    setOnMouseClicked(_ -> close());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Shows all actions and waits for words. */
  public void open() {
    search.clear();
    filter("");
    setVisible(true);
    search.requestFocus();
  }

  /** Goes away without doing anything. */
  public void close() {
    setVisible(false);
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    found.setAll(
        actions.stream()
            .filter(Action::isEnabled)
            .filter(action -> action.title().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      close();
    } else if (code == KeyCode.ENTER) {
      choose();
    } else if (code == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (code == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else {
      return;
    }
    event.consume();
  }

  private void choose() {
    Action chosen = list.getSelectionModel().getSelectedItem();
    close();
    if (chosen != null) {
      chosen.run();
    }
  }

  /** Sign, name and shortcut of an action. */
  private static final class ActionCell extends ListCell<Action> {

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      var keys = new Label(action.shortcut().map(each -> each.getDisplayText()).orElse(""));
      keys.getStyleClass().add("muted");
      var line = new HBox(new FontIcon(action.icon()), new Label(action.title()), space, keys);
      line.getStyleClass().add("line");
      setGraphic(line);
    }
  }
}

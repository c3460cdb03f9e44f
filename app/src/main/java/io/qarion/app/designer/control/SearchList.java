package io.qarion.app.designer.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Callback;

/**
 * Finds one of many things by some words: arrows walk, Enter and a click choose, Escape gives up.
 */
public final class SearchList<T> extends VBox {

  /** Where the lines have a height of their own, the list is as high as they are. */
  private static final int MOST_LINES = 7;

  private static final double EDGE = 4;

  private final ObservableList<T> found = FXCollections.observableArrayList();
  private final TextField search = new TextField();
  private final ListView<T> list = new ListView<>(found);
  private Function<String, ? extends List<T>> find = _ -> List.of();
  private Consumer<T> chosen = _ -> {};
  private Runnable given = () -> {};

  /**
   * @param id begins the ids of the field and the list
   * @param prompt what stands in the empty field
   */
  public SearchList(String id, String prompt, Callback<ListView<T>, ListCell<T>> cells) {
    getStyleClass().add("box");
    search.setId(id + "-search");
    search.setPromptText(prompt);
    search.setAccessibleText(prompt);
    search.textProperty().subscribe(this::filter);
    list.setId(id + "-list");
    list.setFocusTraversable(false);
    list.setCellFactory(cells);
    list.setOnMouseClicked(_ -> choose());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /**
   * Begins to look for something.
   *
   * @param words that were typed already
   * @param source gives what fits some words
   * @param onChosen gets what was chosen
   * @param onGivenUp is told that nothing was
   */
  public void open(
      String words,
      Function<String, ? extends List<T>> source,
      Consumer<T> onChosen,
      Runnable onGivenUp) {
    find = source;
    chosen = onChosen;
    given = onGivenUp;
    search.setText(words);
    filter(words);
    search.requestFocus();
    search.end();
  }

  private void filter(String text) {
    found.setAll(find.apply(text));
    if (list.getFixedCellSize() > 0) {
      list.setPrefHeight(Math.min(found.size(), MOST_LINES) * list.getFixedCellSize() + EDGE);
    }
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      given.run();
    } else if (code == KeyCode.ENTER) {
      choose();
    } else if (code == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    } else if (code == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    } else {
      return;
    }
    event.consume();
  }

  private void choose() {
    T choice = list.getSelectionModel().getSelectedItem();
    given.run();
    if (choice != null) {
      chosen.accept(choice);
    }
  }
}

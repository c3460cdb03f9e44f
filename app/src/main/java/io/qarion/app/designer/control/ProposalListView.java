package io.qarion.app.designer.control;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Proposals as a list, and the help of the chosen one below. */
final class ProposalListView extends VBox {

  private static final double ROW = 28;
  private static final int MOST_ROWS = 8;
  private static final double WIDTH = 560;

  private final ListView<Proposal> list = new ListView<>();
  private final Label help = new Label();
  private final ProposalModel model;
  private final Runnable taken;

  /**
   * @param taken hears that the chosen one was clicked
   */
  ProposalListView(ProposalModel model, String accessibleText, Runnable taken) {
    this.model = model;
    this.taken = taken;
    setId("proposals");
    getStyleClass().add("proposals");
    setPrefWidth(WIDTH);
    list.setId("proposal-list");
    list.setAccessibleText(accessibleText);
    list.setFixedCellSize(ROW);
    // The keys belong to the text; the list only shows what they choose.
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Line());
    help.setId("proposal-help");
    help.getStyleClass().add("help");
    help.setMaxWidth(Double.MAX_VALUE);
    help.managedProperty().bind(help.visibleProperty());
    help.visibleProperty().bind(help.textProperty().isNotEmpty());
    getChildren().addAll(list, help);
    model.proposals().subscribe(this::fill);
    model.chosen().subscribe(place -> choose(place.intValue()));
  }

  private void fill(Proposals proposals) {
    list.getItems().setAll(proposals.items());
    double height = ROW * Math.min(MOST_ROWS, proposals.items().size());
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }

  private void choose(int place) {
    if (place < 0) {
      list.getSelectionModel().clearSelection();
      help.setText("");
      return;
    }
    list.getSelectionModel().clearAndSelect(place);
    // Scrolling lays out at once, and what is not shown has no window to take its looks from.
    if (list.getScene() != null
        && list.getScene().getWindow() != null
        && list.getScene().getWindow().isShowing()) {
      list.scrollTo(Math.max(0, place - MOST_ROWS + 1));
    }
    help.setText(list.getItems().get(place).help());
  }

  /** What can be written on the left, what it is on the right. */
  private final class Line extends ListCell<Proposal> {

    private final Label text = new Label();
    private final Label detail = new Label();
    private final HBox line;

    Line() {
      text.getStyleClass().add("mono");
      text.setMinWidth(USE_PREF_SIZE);
      detail.getStyleClass().add("muted");
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line = new HBox(text, space, detail);
      line.getStyleClass().add("line");
      setPrefWidth(0);
      setOnMousePressed(event -> {
        if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
          model.choose(getIndex());
          taken.run();
        }
        event.consume();
      });
    }

    @Override
    protected void updateItem(@Nullable Proposal proposal, boolean empty) {
      super.updateItem(proposal, empty);
      setText(null);
      if (empty || proposal == null) {
        setGraphic(null);
        return;
      }
      text.setText(proposal.text());
      detail.setText(proposal.detail());
      setAccessibleText(proposal.text() + " " + proposal.detail());
      setGraphic(line);
    }
  }
}

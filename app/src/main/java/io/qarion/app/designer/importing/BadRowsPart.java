package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.run.BadRows;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The records that can't be read, each with its line, and what would help. */
final class BadRowsPart extends VBox {

  private final ImportModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final TableView<BadRows.Found> rows = new TableView<>();
  private final Label said = new Label();
  private final HBox busy;
  private final FlowPane offers = new FlowPane();

  BadRowsPart(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    getStyleClass().addAll("look-part", "bad-rows");
    var title = new Label(messages.get("look.bad"));
    title.getStyleClass().add("section-title");
    said.setId("look-bad-said");
    said.setWrapText(true);
    busy = busy();
    var head = new HBox(title, said, busy);
    head.getStyleClass().add("part-head");
    offers.setId("look-offers");
    offers.getStyleClass().add("offers");
    offers.managedProperty().bind(offers.visibleProperty());
    fillTable();
    getChildren().addAll(head, offers, rows);
    model.bad().subscribe(this::show);
    model.checks().share().subscribe(_ -> sayShare());
    model.shown().subscribe(_ -> show(model.bad().get()));
  }

  private HBox busy() {
    var bar = new ProgressBar();
    bar.setId("look-share");
    bar.progressProperty().bind(model.checks().share());
    bar.setAccessibleText(messages.get("look.checking"));
    var stop = new Button(messages.get("look.stop"));
    stop.setId("look-stop");
    stop.getStyleClass().add("small");
    stop.setOnAction(_ -> model.checks().stop());
    var box = new HBox(bar, stop);
    box.getStyleClass().add("busy");
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private void fillTable() {
    rows.setId("look-bad");
    rows.setAccessibleText(messages.get("look.bad"));
    rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    rows.setPlaceholder(new Label(""));
    rows.managedProperty().bind(rows.visibleProperty());
    VBox.setVgrow(rows, Priority.ALWAYS);
    column("look.bad.line", 90, found -> found.line() == 0 ? "" : quantities.count(found.line()));
    column("look.bad.record", 90, found -> quantities.count(found.record().row()));
    column("look.bad.column", 180, found -> found.record().column());
    column("look.bad.value", 300, found -> found.record().text());
    column("look.bad.reason", 400, found -> found.record().reason());
    rows.getSelectionModel()
        .selectedItemProperty()
        .subscribe((_, chosen) -> {
          if (chosen != null) {
            model.point(chosen);
          }
        });
  }

  private void column(String key, double width, Function<BadRows.Found, String> text) {
    var column = new TableColumn<BadRows.Found, String>(messages.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    rows.getColumns().add(column);
  }

  private void show(Part<BadRows> bad) {
    busy.setVisible(bad instanceof Part.Waiting && model.shown().get().isPresent());
    offers.getChildren().clear();
    switch (bad) {
      case Part.Waiting<BadRows> _ -> {
        rows.getItems().clear();
        sayShare();
      }
      case Part.Found<BadRows>(BadRows found) -> show(found);
      case Part.Failed<BadRows>(var problems) -> {
        rows.getItems().clear();
        said.setText(
            problems.isEmpty()
                ? messages.get("look.bad.stopped")
                : messages.get("look.bad.failed", problems.getFirst().message()));
        if (problems.isEmpty()) {
          offers.getChildren().setAll(new Offers(model, messages).ofStopped());
        }
      }
    }
    rows.setVisible(!rows.getItems().isEmpty());
    offers.setVisible(!offers.getChildren().isEmpty());
  }

  private void sayShare() {
    if (model.bad().get() instanceof Part.Waiting) {
      double share = model.checks().share().get();
      said.setText(
          share == BadRowCheck.UNKNOWN
              ? messages.get("look.checking")
              : messages.get(
                  share < 1 ? "look.checked" : "look.counting", Math.floor(share * 100)));
    }
  }

  private void show(BadRows found) {
    if (!rows.getItems().equals(found.shown())) {
      rows.getItems().setAll(found.shown());
    }
    var texts = new BadRowTexts(messages, quantities);
    said.setText(texts.of(found, model));
    var offered = new Offers(model, messages);
    offers.getChildren().setAll(offered.of(found));
  }
}

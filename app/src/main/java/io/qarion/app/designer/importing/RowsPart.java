package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.problem.Problem;
import io.qarion.core.run.BadRows;
import io.qarion.core.run.ColumnLook;
import io.qarion.core.run.FileLook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first rows as they would be loaded, each column with its type as found and as declared. */
final class RowsPart extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final int ROWS_ABOVE = 3;

  /** Columns cost the window's thread time; nobody reads more than these here. */
  private static final int MOST_COLUMNS = 80;

  private final ImportModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final TableView<List<@Nullable Object>> rows = new TableView<>();
  private final FailureView failure = new FailureView();
  private final Label said = new Label();
  private final Label missing = new Label();
  private List<ColumnLook> columns = List.of();
  private PointedCell pointed = PointedCell.NONE;

  RowsPart(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    getStyleClass().add("look-part");
    var title = new Label(messages.get("look.rows"));
    title.getStyleClass().add("section-title");
    said.setId("look-rows-said");
    said.getStyleClass().add("help");
    rows.setId("look-rows");
    rows.setAccessibleText(messages.get("look.rows"));
    rows.getStyleClass().add("data-grid");
    rows.setSortPolicy(_ -> false);
    var place = new StackPane(rows, failure);
    VBox.setVgrow(place, Priority.ALWAYS);
    missing.setId("look-row-missing");
    missing.setWrapText(true);
    missing.getStyleClass().add("row-missing");
    missing.visibleProperty().bind(missing.textProperty().isNotEmpty());
    missing.managedProperty().bind(missing.visibleProperty());
    var foot = new HBox(said);
    foot.getStyleClass().add("part-foot");
    getChildren().addAll(title, missing, place, foot);
    model.look().subscribe(this::show);
    model.pointed().subscribe(_ -> point());
  }

  private void show(Part<FileLook> look) {
    boolean failed = look instanceof Part.Failed;
    rows.setVisible(!failed);
    failure.setVisible(failed);
    rows.pseudoClassStateChanged(STALE, look instanceof Part.Waiting);
    switch (look) {
      case Part.Waiting<FileLook>(var before) -> {
        rows.setPlaceholder(new Label(messages.get("look.waiting")));
        if (before.isEmpty()) {
          clear();
        }
      }
      case Part.Found<FileLook>(FileLook found) -> show(found);
      case Part.Failed<FileLook>(List<Problem> problems) -> {
        failure.show(problems);
        clear();
      }
    }
  }

  private void clear() {
    rows.getItems().clear();
    rows.getColumns().clear();
    columns = List.of();
    said.setText("");
  }

  private void show(FileLook look) {
    rows.setPlaceholder(new Label(messages.get("look.no-rows")));
    if (!look.columns().equals(columns)) {
      columns = look.columns();
      rows.getItems().clear();
      rows.getColumns().setAll(columns.stream().limit(MOST_COLUMNS).map(this::column).toList());
    }
    rows.getItems().setAll(look.rows().rows());
    String count =
        messages.get(
            look.rows().more() ? "look.first-rows" : "look.all-rows",
            quantities.count(look.rows().rows().size()));
    String more =
        columns.size() > MOST_COLUMNS
            ? " · " + messages.get("look.more-columns", columns.size() - MOST_COLUMNS)
            : "";
    said.setText(count + more);
  }

  private TableColumn<List<@Nullable Object>, List<@Nullable Object>> column(ColumnLook look) {
    int index = found().indexOf(look.name());
    var column = new TableColumn<List<@Nullable Object>, List<@Nullable Object>>();
    var head =
        new ColumnHead(
            look,
            new ColumnTexts(messages, model.shown().get()),
            model.canDeclare() ? Optional.of(model::take) : Optional.empty());
    column.setGraphic(head);
    column.setSortable(false);
    column.setPrefWidth(head.wanted());
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(
        _ -> new FileRowCell(index, look.type().isNumeric(), messages, () -> pointed));
    return column;
  }

  /** Names of the columns of the file, in the order of its values. */
  private List<String> found() {
    return columns.stream()
        .filter(each -> each.detected().isPresent())
        .map(ColumnLook::name)
        .toList();
  }

  /** Shows the row that a bad row is, or says why it is none of those that are shown. */
  private void point() {
    Optional<BadRows.Found> wanted = model.pointed().get();
    Optional<BadRows> bad = model.bad().get().known();
    pointed = PointedCell.NONE;
    missing.setText("");
    rows.getSelectionModel().clearSelection();
    if (wanted.isPresent() && bad.isPresent() && !rows.getItems().isEmpty()) {
      point(wanted.get(), bad.get().rowOf(wanted.get()));
    }
    rows.refresh();
  }

  private void point(BadRows.Found wanted, OptionalLong row) {
    if (row.isEmpty()) {
      missing.setText(messages.get("look.row.left-out", quantities.count(wanted.record().row())));
    } else if (row.getAsLong() >= rows.getItems().size()) {
      missing.setText(messages.get("look.row.later", quantities.count(wanted.record().row())));
    } else {
      int index = Math.toIntExact(row.getAsLong());
      pointed = new PointedCell(index, found().indexOf(wanted.record().column()));
      rows.getSelectionModel().select(index);
      rows.scrollTo(Math.max(0, index - ROWS_ABOVE));
      showColumn(wanted.record().column());
    }
  }

  private void showColumn(String name) {
    int index = columns.stream().map(ColumnLook::name).toList().indexOf(name);
    if (index >= 0 && index < rows.getColumns().size()) {
      rows.scrollToColumnIndex(index);
    }
  }
}

package io.qarion.app.designer.formula;

import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The first rows that come of a text; what the text makes stands first. */
final class ResultTable extends TableView<ResultTable.Row> {

  private static final int MOST_COLUMNS = 24;

  private final Messages messages;

  /** One line. */
  record Row(List<@Nullable Object> cells) {}

  private List<Column> shown = List.of();

  ResultTable(Messages messages) {
    this.messages = messages;
    setId("formula-rows");
    setAccessibleText(messages.get("formula.rows"));
    setPlaceholder(new Label(messages.get("formula.no-rows")));
    getStyleClass().add("formula-rows");
  }

  void show(Optional<RowPage> rows, String made) {
    if (rows.isEmpty()) {
      getItems().clear();
      return;
    }
    RowPage page = rows.get();
    List<Column> columns = page.schema().columns();
    int first = page.schema().names().indexOf(made);
    var order = new ArrayList<Integer>();
    if (first >= 0) {
      order.add(first);
    }
    for (int i = 0; i < columns.size() && order.size() < MOST_COLUMNS; i++) {
      if (i != first) {
        order.add(i);
      }
    }
    List<Column> wanted = order.stream().map(columns::get).toList();
    if (!wanted.equals(shown)) {
      shown = wanted;
      getColumns().setAll(order.stream().map(i -> column(columns.get(i), i, i == first)).toList());
    }
    getItems().setAll(page.rows().stream().map(Row::new).toList());
  }

  private TableColumn<Row, String> column(Column column, int index, boolean isMade) {
    var shownColumn =
        new TableColumn<Row, String>(
            messages.get("formula.column", column.name(), column.type().text()));
    shownColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(text(row.getValue(), index)));
    shownColumn.setSortable(false);
    shownColumn.setReorderable(false);
    if (isMade) {
      shownColumn.getStyleClass().add("made");
    }
    if (column.type().isNumeric()) {
      shownColumn.getStyleClass().add("number");
    }
    return shownColumn;
  }

  private String text(Row row, int index) {
    if (index >= row.cells().size()) {
      return "";
    }
    CellText cell = CellText.of(row.cells().get(index));
    return switch (cell.kind()) {
      case VALUE -> cell.text();
      case NULL -> messages.get("formula.null");
      case EMPTY -> messages.get("formula.empty");
      case BINARY -> messages.get("formula.bytes", cell.text());
    };
  }
}

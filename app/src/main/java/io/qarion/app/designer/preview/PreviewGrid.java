package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePositionBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The table of the preview. Only the cells that can be seen exist. */
final class PreviewGrid extends TableView<GridRow> {

  private static final double CHARACTER = 7.25;
  private static final double NARROW = 112;
  private static final double WIDE = 296;
  private static final double SPACE = 28;
  private static final double TYPE_SPACE = 48;
  private static final double NUMBER_WIDTH = 56;
  private static final int MOST_SELECTED = 1000;
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");

  private final PreviewModel model;
  private final PreviewTexts texts;
  private final Messages messages;
  private final TextClipboard clipboard;
  private final HeaderMenu menu;
  private final TableColumn<GridRow, GridRow> number = numberColumn();
  private final Map<String, TableColumn<GridRow, GridRow>> columns = new LinkedHashMap<>();
  private final Map<String, ColumnHeader> heads = new LinkedHashMap<>();
  private final ObservableList<String> hidden = FXCollections.observableArrayList();
  private final IntegerBinding hiddenCount = Bindings.size(hidden);
  private Schema schema = Schema.EMPTY;
  private String found = "";
  private boolean arranging;

  PreviewGrid(
      PreviewModel model,
      TextClipboard clipboard,
      Consumer<String> writeFilter,
      Messages messages) {
    this.model = model;
    this.clipboard = clipboard;
    this.messages = messages;
    this.texts = new PreviewTexts(messages);
    this.menu = new HeaderMenu(model, this, clipboard, writeFilter, messages);
    setId("preview-grid");
    getStyleClass().add("data-grid");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getSelectionModel().setCellSelectionEnabled(true);
    setSortPolicy(_ -> pushSort());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.result().subscribe(result -> result.ifPresent(this::show));
    model.revision().subscribe(_ -> refresh());
    model.view().subscribe(view -> heads.forEach((name, head) -> head.order(view.key(name))));
  }

  /** How many columns are hidden. */
  IntegerBinding hiddenCount() {
    return hiddenCount;
  }

  void hide(List<String> names) {
    names.forEach(name -> column(name).ifPresent(column -> column.setVisible(false)));
    hidden.addAll(names);
  }

  void showAll() {
    columns.values().forEach(column -> column.setVisible(true));
    hidden.clear();
  }

  void sort(String name, TableColumn.SortType type) {
    column(name)
        .ifPresent(column -> {
          arranging = true;
          getSortOrder().clear();
          column.setSortType(type);
          arranging = false;
          getSortOrder().add(column);
        });
  }

  /**
   * Brings a column into sight whose name holds a text.
   *
   * @param after how many of such columns to pass over
   */
  void find(String text, int after) {
    heads.values().forEach(head -> head.found(false));
    List<String> names = model.columnsNamed(text);
    found = names.isEmpty() ? "" : names.get(after % names.size());
    column(found).ifPresent(this::scrollToColumn);
    Optional.ofNullable(heads.get(found)).ifPresent(head -> head.found(true));
  }

  private Optional<TableColumn<GridRow, GridRow>> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  private void show(Result result) {
    arranging = true;
    if (!result.schema().equals(schema)) {
      schema = result.schema();
      arrange(result);
    } else {
      result.samples().forEach(this::head);
    }
    if (result.view().order().isEmpty() && model.view().get().order().isEmpty()) {
      getSortOrder().clear();
    }
    setItems(model.rows());
    refresh();
    arranging = false;
  }

  private void arrange(Result result) {
    columns.clear();
    heads.clear();
    hidden.clear();
    for (int i = 0; i < result.samples().size(); i++) {
      ColumnSample sample = result.samples().get(i);
      columns.put(sample.column().name(), valueColumn(sample, i));
      head(sample);
    }
    var all = new ArrayList<TableColumn<GridRow, ?>>(columns.values());
    all.addFirst(number);
    getColumns().setAll(all);
  }

  private TableColumn<GridRow, GridRow> valueColumn(ColumnSample sample, int index) {
    Column column = sample.column();
    boolean isNumber = column.type().isNumeric();
    var made = new TableColumn<GridRow, GridRow>(column.name());
    made.setId("column-" + column.name());
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setCellFactory(_ -> new ValueCell(model, index, isNumber, messages));
    double title =
        (column.name().length() + column.type().text().length()) * CHARACTER + TYPE_SPACE;
    made.setPrefWidth(
        Math.clamp(Math.max(title, sample.longest() * CHARACTER + SPACE), NARROW, WIDE));
    return made;
  }

  private void head(ColumnSample sample) {
    String name = sample.column().name();
    column(name)
        .ifPresent(column -> {
          var head = new ColumnHeader(sample, texts, bar -> model.addFilter(bar.condition()));
          head.setOnContextMenuRequested(event -> {
            menu.of(name);
            menu.show(head, event.getScreenX(), event.getScreenY());
            event.consume();
          });
          head.prefWidthProperty().bind(column.widthProperty().subtract(1));
          head.maxWidthProperty().bind(column.widthProperty().subtract(1));
          head.order(model.view().get().key(name));
          head.found(name.equals(found));
          column.setGraphic(head);
          heads.put(name, head);
        });
  }

  private static TableColumn<GridRow, GridRow> numberColumn() {
    var made = new TableColumn<GridRow, GridRow>("");
    made.setSortable(false);
    made.setReorderable(false);
    made.setPrefWidth(NUMBER_WIDTH);
    made.setMinWidth(NUMBER_WIDTH);
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setCellFactory(_ -> new NumberCell());
    return made;
  }

  private boolean pushSort() {
    if (!arranging) {
      model.sort(
          getSortOrder().stream()
              .map(column ->
                  new SortKey(
                      column.getText(), column.getSortType() == TableColumn.SortType.DESCENDING))
              .toList());
    }
    return true;
  }

  private void key(KeyEvent event) {
    if (COPY.match(event)) {
      copySelected();
      event.consume();
    } else if (ALL.match(event)) {
      selectFirstRows();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      getSelectionModel().clearSelection();
    }
  }

  /** All of millions of rows can't be selected cell by cell. */
  private void selectFirstRows() {
    int last = (int) Math.min(Math.min(model.loaded(), MOST_SELECTED), getItems().size()) - 1;
    if (last >= 0 && getColumns().size() > 1) {
      getSelectionModel().clearSelection();
      getSelectionModel().selectRange(0, number, last, number);
    }
  }

  /** The number of a row stands for all its columns. */
  void copySelected() {
    var rows = new TreeSet<Integer>();
    var chosen = new TreeSet<String>();
    for (TablePositionBase<?> cell : getSelectionModel().getSelectedCells()) {
      rows.add(cell.getRow());
      chosen.add(cell.getTableColumn().getText());
    }
    boolean whole = chosen.contains("");
    List<String> names =
        getVisibleLeafColumns().stream()
            .map(TableColumn::getText)
            .filter(name -> !name.isEmpty() && (whole || chosen.contains(name)))
            .toList();
    if (!rows.isEmpty()) {
      model.copy(new RowSelection(rows, names), clipboard::put);
    }
  }

  /** The number of a row, from 1. */
  private static final class NumberCell extends TableCell<GridRow, GridRow> {

    NumberCell() {
      getStyleClass().addAll("value-cell", "row-number");
    }

    @Override
    protected void updateItem(@Nullable GridRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? "" : Integer.toString(row.index() + 1));
    }
  }
}

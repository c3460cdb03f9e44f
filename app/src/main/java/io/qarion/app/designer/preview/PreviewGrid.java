package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePositionBase;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The table of the preview. Only the cells that can be seen exist. */
final class PreviewGrid extends TableView<GridRow> {

  private static final double NUMBER_WIDTH = 56;
  private static final int MOST_SELECTED = 1000;
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");

  private final PreviewModel model;
  private final PreviewTexts texts;
  private final Messages messages;
  private final TextClipboard clipboard;
  private final HeaderMenu menu;
  private final CellMenu cellMenu;
  private final TableColumn<GridRow, GridRow> number = numberColumn();
  private final GridColumns columns = new GridColumns(this, number, this::column);
  private final SidewaysScroll scroll = new SidewaysScroll(this, columns::see);
  private final ObservableList<String> hidden = FXCollections.observableArrayList();
  private final IntegerBinding hiddenCount = Bindings.size(hidden);
  private Schema schema = Schema.EMPTY;
  private boolean arranging;

  PreviewGrid(
      PreviewModel model,
      TextClipboard clipboard,
      Consumer<String> writeFilter,
      GridSteps steps,
      Messages messages) {
    this.model = model;
    this.clipboard = clipboard;
    this.messages = messages;
    this.texts = new PreviewTexts(messages);
    this.menu = new HeaderMenu(model, this, clipboard, writeFilter, steps, messages);
    this.cellMenu = new CellMenu(steps, this::copySelected, messages);
    setId("preview-grid");
    setAccessibleText(messages.get("panel.preview"));
    getStyleClass().add("data-grid");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getSelectionModel().setCellSelectionEnabled(true);
    setSortPolicy(_ -> pushSort());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnContextMenuRequested(this::cellMenu);
    model.result().subscribe(result -> result.ifPresent(this::show));
    model.revision().subscribe(_ -> refresh());
    model
        .view()
        .subscribe(
            view -> columns.all().forEach(column -> column.order(view.key(column.getText()))));
  }

  /** How many columns are hidden. */
  IntegerBinding hiddenCount() {
    return hiddenCount;
  }

  void hide(List<String> names) {
    names.forEach(name -> columns.find(name).ifPresent(column -> column.setVisible(false)));
    hidden.addAll(names);
  }

  void showAll() {
    columns.all().forEach(column -> column.setVisible(true));
    hidden.clear();
  }

  void sort(String name, TableColumn.SortType type) {
    columns
        .find(name)
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
    columns.all().forEach(column -> column.found(false));
    List<String> names = model.columnsNamed(text);
    if (!names.isEmpty()) {
      columns
          .find(names.get(after % names.size()))
          .ifPresent(column -> {
            column.found(true);
            columns.scrollTo(column);
          });
    }
  }

  private void show(Result result) {
    arranging = true;
    if (!result.schema().equals(schema)) {
      schema = result.schema();
      hidden.clear();
      // The columns stand for others now, and are not sorted by what they were before.
      getSortOrder().clear();
      columns.become(result.samples(), scroll.left());
    } else {
      columns.show(result.samples());
    }
    View view = model.view().get();
    columns.all().forEach(column -> column.order(view.key(column.getText())));
    if (result.view().order().isEmpty() && view.order().isEmpty()) {
      getSortOrder().clear();
    }
    setItems(model.rows());
    refresh();
    arranging = false;
  }

  private GridColumn column(int index) {
    var column = new GridColumn[1];
    column[0] = new GridColumn(index, model, messages, () -> head(column[0]));
    column[0].widthProperty().subscribe((_, _) -> scroll.tell());
    column[0].visibleProperty().subscribe((_, _) -> scroll.tell());
    return column[0];
  }

  private ColumnHeader head(GridColumn column) {
    var head = new ColumnHeader(texts, bar -> model.addFilter(bar.condition()));
    head.setOnContextMenuRequested(event -> {
      menu.of(column.getText());
      menu.show(head, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    return head;
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

  /** The menu of the value under the pointer, or of the one with the focus. */
  private void cellMenu(ContextMenuEvent event) {
    Optional<ValueCell> pointed =
        Stream.<Node>iterate((Node) event.getTarget(), Objects::nonNull, Node::getParent)
            .filter(ValueCell.class::isInstance)
            .map(ValueCell.class::cast)
            .findFirst();
    TablePositionBase<?> focused = getFocusModel().getFocusedCell();
    int row = pointed.map(ValueCell::getIndex).orElseGet(focused::getRow);
    TableColumnBase<?, ?> column =
        pointed
            .<TableColumnBase<?, ?>>map(ValueCell::getTableColumn)
            .orElseGet(focused::getTableColumn);
    Optional<List<@Nullable Object>> cells = row < 0 ? Optional.empty() : model.cells(row);
    String name = column instanceof GridColumn of ? of.getText() : "";
    int place = schema.names().indexOf(name);
    if (place >= 0 && cells.isPresent()) {
      cellMenu.of(name, Optional.ofNullable(cells.get().get(place)));
      cellMenu.show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    }
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
    boolean whole = false;
    for (TablePositionBase<?> cell : getSelectionModel().getSelectedCells()) {
      rows.add(cell.getRow());
      TableColumn<?, ?> column = (TableColumn<?, ?>) cell.getTableColumn();
      whole |= column.equals(number);
      GridColumns.behind(column).map(TableColumn::getText).forEach(chosen::add);
    }
    boolean all = whole;
    List<String> names =
        columns.visibleNames().stream().filter(name -> all || chosen.contains(name)).toList();
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

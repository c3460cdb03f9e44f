package io.qarion.app.designer.importing;

import io.qarion.app.designer.data.TypeLook;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.problem.Problem;
import io.qarion.core.run.ColumnLook;
import io.qarion.core.run.FileLook;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first rows as they would be loaded, each column with its type as found and as declared. */
final class RowsPart extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double WIDTH = 120;
  private static final double LETTER = 6.5;
  private static final double AROUND = 48;
  private static final double WIDEST = 320;

  /** Columns cost the window's thread time; nobody reads more than these here. */
  private static final int MOST_COLUMNS = 80;

  private final ImportModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final TableView<List<@Nullable Object>> rows = new TableView<>();
  private final FailureView failure = new FailureView();
  private final Label said = new Label();
  private List<ColumnLook> columns = List.of();

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
    var foot = new HBox(said);
    foot.getStyleClass().add("part-foot");
    getChildren().addAll(title, place, foot);
    model.look().subscribe(this::show);
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
    List<String> found =
        columns.stream().filter(each -> each.detected().isPresent()).map(ColumnLook::name).toList();
    int index = found.indexOf(look.name());
    var column = new TableColumn<List<@Nullable Object>, List<@Nullable Object>>();
    Node head = head(look);
    column.setGraphic(head);
    column.setSortable(false);
    column.setPrefWidth(width(look));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new FileRowCell(index, look.type().isNumeric(), messages));
    return column;
  }

  private double width(ColumnLook look) {
    int letters = Math.max(look.name().length(), texts().type(look).length());
    return Math.clamp(letters * LETTER + AROUND, WIDTH, WIDEST);
  }

  private Node head(ColumnLook look) {
    ColumnTexts texts = texts();
    var sign = new FontIcon(TypeLook.icon(look.type()));
    var name = new Label(look.name());
    name.getStyleClass().add("name");
    var title = new HBox(sign, name);
    title.getStyleClass().add("title");
    var type = new Label(texts.type(look));
    type.getStyleClass().addAll("type", texts.agreement(look).name().toLowerCase(Locale.ROOT));
    var head = new VBox(title, type);
    head.getStyleClass().add("column-head");
    head.setAccessibleText(texts.help(look));
    Tooltip.install(head, new Tooltip(texts.help(look)));
    return head;
  }

  private ColumnTexts texts() {
    return model
        .shown()
        .get()
        .map(shown ->
            new ColumnTexts(
                messages, shown.load().declared().isPresent(), shown.load().declaredIn()))
        .orElseGet(() -> new ColumnTexts(messages, false, ""));
  }
}

package io.qarion.app.designer.explorer;

import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A line of the explorer; the name of a flow can be typed over. */
final class ExplorerCell extends TreeCell<ExplorerItem> {

  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

  /** What the arrow, the paddings and a scroll bar take of the width. */
  private static final double BESIDE = 56;

  private static final double INDENT = 12;

  private final ItemLook look;
  private final BiConsumer<ExplorerItem.FlowItem, String> renamed;
  private final StackPane icon = new StackPane();
  private final Label name = new Label();
  private final Label detail = new Label();
  private final TextField field = new TextField();
  private final HBox line = new HBox(icon, name, detail);

  /**
   * @param renamed gets the name that was typed for a flow
   */
  ExplorerCell(ItemLook look, BiConsumer<ExplorerItem.FlowItem, String> renamed) {
    this.look = look;
    this.renamed = renamed;
    line.getStyleClass().add("line");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(field, Priority.ALWAYS);
    detail.getStyleClass().add("detail");
    detail.setMinWidth(USE_PREF_SIZE);
    field.setId("explorer-name");
    field.setMinWidth(0);
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        cancelEdit();
        event.consume();
      }
    });
    field.setOnAction(event -> {
      finish();
      event.consume();
    });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && isEditing()) {
            finish();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ExplorerItem item, boolean empty) {
    super.updateItem(item, empty);
    if (isEditing() && !empty) {
      // the tree only arranges its lines anew: what is typed stays
      return;
    }
    name.textProperty().unbind();
    pseudoClassStateChanged(HEADING, item instanceof ExplorerItem.Heading);
    pseudoClassStateChanged(NOTE, item instanceof ExplorerItem.NoteItem);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setId(null);
      return;
    }
    name.textProperty().bind(look.name(item));
    detail.setText(look.detail(item));
    icon.getChildren().setAll(look.icon(item));
    boolean signed =
        !(item instanceof ExplorerItem.Heading || item instanceof ExplorerItem.NoteItem);
    icon.setVisible(signed);
    icon.setManaged(signed);
    String hint = look.hint(item);
    setTooltip(hint.isEmpty() ? null : new Tooltip(hint));
    setAccessibleText(hint.isEmpty() ? name.getText() : hint);
    setId(id(item));
    show(name);
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing() && getItem() instanceof ExplorerItem.FlowItem(var flow)) {
      field.setText(flow.stored().get().flow().name());
      show(field);
      field.selectAll();
      field.requestFocus();
    }
  }

  @Override
  public void cancelEdit() {
    boolean typing = field.isFocused();
    super.cancelEdit();
    if (!isEmpty()) {
      show(name);
    }
    if (typing) {
      getTreeView().requestFocus();
    }
  }

  private void finish() {
    String typed = field.getText();
    ExplorerItem item = getItem();
    cancelEdit();
    if (item instanceof ExplorerItem.FlowItem flow) {
      renamed.accept(flow, typed);
    }
  }

  private void show(Node words) {
    line.getChildren().setAll(icon, words, detail);
    setGraphic(line);
    fit();
  }

  /** A line is as wide as the explorer, so that what stands at the right is seen. */
  private void fit() {
    TreeView<ExplorerItem> tree = getTreeView();
    line.prefWidthProperty()
        .bind(
            tree.widthProperty()
                .subtract(BESIDE + INDENT * Math.max(0, tree.getTreeItemLevel(getTreeItem()) - 1)));
  }

  /** Names the line, as far as its words are fit for that. */
  private static String id(ExplorerItem item) {
    String words =
        switch (item) {
          case ExplorerItem.Heading(Section section, int _) ->
              "section-" + section.name().toLowerCase(Locale.ROOT);
          case ExplorerItem.FlowItem(var flow) -> "flow-" + flow.id();
          case ExplorerItem.DatasetItem(DatasetEntry dataset) -> "dataset-" + dataset.name();
          case ExplorerItem.FolderItem(String path) -> "folder-" + path;
          case ExplorerItem.FileItem(DataFile file) -> "file-" + file.path();
          case ExplorerItem.RunItem(var run, String _) -> "run-" + run.id().value();
          case ExplorerItem.NoteItem _ -> "note";
        };
    return "explorer-" + words.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}

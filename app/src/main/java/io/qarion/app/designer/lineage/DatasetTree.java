package io.qarion.app.designer.lineage;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.Lineage;
import io.qarion.core.problem.DatasetName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All datasets with their columns, to choose one. */
final class DatasetTree extends VBox {

  private final TextField words = new TextField();
  private final TreeView<Entry> tree = new TreeView<>(new TreeItem<>());
  private Map<DatasetName, List<String>> datasets = Map.of();
  private boolean showing;

  /**
   * A line.
   *
   * @param column empty for the dataset itself
   */
  record Entry(DatasetName dataset, Optional<String> column) {
    @Override
    public String toString() {
      return column.orElse(dataset.value());
    }
  }

  DatasetTree(Consumer<ColumnId> chosen, Messages messages) {
    getStyleClass().add("lineage-tree");
    words.setId("lineage-search");
    words.setPromptText(messages.get("lineage.search"));
    words.setAccessibleText(messages.get("lineage.search"));
    words.textProperty().subscribe((_, _) -> fill());
    tree.setId("lineage-tree");
    tree.setAccessibleText(messages.get("lineage.datasets"));
    tree.setShowRoot(false);
    tree.getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (item != null && !showing) {
            Entry entry = item.getValue();
            entry
                .column()
                .ifPresent(column -> chosen.accept(new ColumnId(entry.dataset(), column)));
          }
        });
    VBox.setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(words, tree);
  }

  void show(Lineage lineage) {
    if (!lineage.datasets().equals(datasets)) {
      datasets = lineage.datasets();
      fill();
    }
  }

  /** Chooses a column that was chosen elsewhere. */
  void choose(ColumnId column) {
    find(column)
        .ifPresent(item -> {
          boolean already = item.equals(tree.getSelectionModel().getSelectedItem());
          if (!already) {
            quietly(() -> {
              item.getParent().setExpanded(true);
              tree.getSelectionModel().select(item);
              tree.scrollTo(tree.getSelectionModel().getSelectedIndex());
            });
          }
        });
  }

  /** Shows the columns of a dataset. */
  void open(DatasetName dataset) {
    tree.getRoot().getChildren().stream()
        .filter(item -> item.getValue().dataset().equals(dataset))
        .findFirst()
        .ifPresent(item -> {
          item.setExpanded(true);
          tree.getSelectionModel().select(item);
          tree.scrollTo(tree.getSelectionModel().getSelectedIndex());
          tree.requestFocus();
        });
  }

  private Optional<TreeItem<Entry>> find(ColumnId column) {
    var wanted = new Entry(column.dataset(), Optional.of(column.column()));
    return tree.getRoot().getChildren().stream()
        .flatMap(dataset -> dataset.getChildren().stream())
        .filter(item -> item.getValue().equals(wanted))
        .findFirst();
  }

  private void quietly(Runnable change) {
    showing = true;
    change.run();
    showing = false;
  }

  private void fill() {
    String wanted = words.getText().strip().toLowerCase(Locale.ROOT);
    Optional<Entry> before =
        Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    quietly(() -> {
      tree.getRoot()
          .getChildren()
          .setAll(datasets.entrySet().stream().flatMap(each -> item(each, wanted)).toList());
      before
          .flatMap(Entry::column)
          .ifPresent(column -> choose(new ColumnId(before.get().dataset(), column)));
    });
  }

  /** A dataset whose name fits has all its columns, another only those that fit. */
  private static Stream<TreeItem<Entry>> item(
      Map.Entry<DatasetName, List<String>> dataset, String wanted) {
    boolean fits = small(dataset.getKey().value()).contains(wanted);
    List<TreeItem<Entry>> columns =
        dataset.getValue().stream()
            .filter(column -> fits || small(column).contains(wanted))
            .map(column -> new TreeItem<>(new Entry(dataset.getKey(), Optional.of(column))))
            .toList();
    if (!fits && columns.isEmpty()) {
      return Stream.empty();
    }
    var item = new TreeItem<>(new Entry(dataset.getKey(), Optional.empty()));
    item.getChildren().setAll(columns);
    item.setExpanded(!wanted.isEmpty());
    return Stream.of(item);
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

package io.qarion.app.designer.explorer;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.FlowDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The flows, datasets, files and runs of the project; choosing one shows it. */
final class ExplorerView extends VBox {

  private final ExplorerModel model;
  private final FlowOperations operations;
  private final ExplorerMenu menus;
  private final ExplorerTree items;
  private final TextField search = TextFields.createClearableTextField();
  private final TreeView<ExplorerItem> tree = new TreeView<>();
  private final ContextMenu menu = new ContextMenu();
  private final Set<Section> waiting = EnumSet.noneOf(Section.class);
  private boolean following;

  ExplorerView(
      ExplorerModel model,
      FlowOperations operations,
      ExplorerMenu menus,
      ItemLook look,
      Messages messages) {
    this.model = model;
    this.operations = operations;
    this.menus = menus;
    this.items = new ExplorerTree(model, messages);
    getStyleClass().addAll("panel", "explorer");
    tree.setId("explorer-tree");
    tree.setAccessibleText(messages.get("panel.explorer"));
    tree.setShowRoot(false);
    tree.setRoot(items.root());
    tree.setCellFactory(
        _ -> new ExplorerCell(look, (flow, name) -> operations.rename(flow.document(), name)));
    setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(search(messages), tree);
    listen();
  }

  private Node search(Messages messages) {
    search.setId("explorer-search");
    search.setPromptText(messages.get("explorer.search"));
    search.setAccessibleText(messages.get("explorer.search"));
    search.textProperty().addListener((_, _, text) -> keepChoice(() -> items.search(text)));
    search.setOnAction(_ -> tree.requestFocus());
    var box = new VBox(search);
    box.getStyleClass().add("search");
    return box;
  }

  private void listen() {
    model.flows().addListener((ListChangeListener<FlowDocument>) _ -> showFlows());
    model.datasets().addListener((_, _, _) -> show(Section.DATASETS));
    model.files().addListener((_, _, _) -> show(Section.FILES));
    model.runs().addListener((_, _, _) -> show(Section.RUNS));
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null && !following) {
            model.choose(chosen.getValue());
          }
        });
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    tree.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            open();
          }
        });
    tree.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    tree.setOnEditCancel(_ -> typed());
  }

  /** Runs are named after flows, so they follow these. */
  private void showFlows() {
    show(Section.FLOWS);
    show(Section.RUNS);
  }

  /** Not while a name is typed, which new lines would take away. */
  private void show(Section section) {
    if (tree.getEditingItem() == null) {
      keepChoice(() -> items.show(section));
    } else {
      waiting.add(section);
    }
  }

  private void typed() {
    tree.setEditable(false);
    List<Section> late = List.copyOf(waiting);
    waiting.clear();
    late.forEach(this::show);
  }

  /** Marks the flow that is shown, unless what is chosen belongs to it. */
  void follow(Optional<FlowDocument> active) {
    if (active.isPresent() && !belongs(chosen(), active.get())) {
      following = true;
      find(items.root(), new ExplorerItem.FlowItem(active.get()))
          .ifPresent(item -> tree.getSelectionModel().select(item));
      following = false;
    }
  }

  private static boolean belongs(Optional<ExplorerItem> item, FlowDocument flow) {
    return item.map(chosen ->
            switch (chosen) {
              case ExplorerItem.FlowItem(FlowDocument shown) -> shown == flow;
              case ExplorerItem.DatasetItem(DatasetEntry dataset) ->
                  dataset.maker().filter(maker -> maker.flow().equals(flow.id())).isPresent();
              case ExplorerItem.RunItem(var run, String _) -> run.flow().equals(flow.id());
              case ExplorerItem.Heading _,
                  ExplorerItem.FolderItem _,
                  ExplorerItem.FileItem _,
                  ExplorerItem.NoteItem _ ->
                  false;
            })
        .orElse(false);
  }

  /** Lets the user type another name for a flow, and sees to it that the flow can be seen. */
  void rename(FlowDocument flow) {
    var wanted = new ExplorerItem.FlowItem(flow);
    if (find(items.root(), wanted).isEmpty()) {
      search.clear();
    }
    find(items.root(), wanted)
        .ifPresent(item -> {
          item.getParent().setExpanded(true);
          tree.scrollTo(tree.getRow(item));
          tree.applyCss();
          tree.layout();
          tree.setEditable(true);
          tree.edit(item);
        });
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextField) {
      return;
    }
    KeyCode code = event.getCode();
    Optional<FlowDocument> flow =
        chosen()
            .filter(ExplorerItem.FlowItem.class::isInstance)
            .map(item -> ((ExplorerItem.FlowItem) item).document());
    if (code == KeyCode.ENTER) {
      open();
    } else if (code == KeyCode.F2 && flow.isPresent()) {
      rename(flow.get());
    } else if (code == KeyCode.DELETE && flow.isPresent()) {
      operations.delete(flow.get());
    } else {
      return;
    }
    event.consume();
  }

  private void open() {
    chosen()
        .ifPresent(item -> {
          if (item instanceof ExplorerItem.FileItem(DataFile file)) {
            menus.reveal(file.path());
          } else if (item instanceof ExplorerItem.DatasetItem(DatasetEntry dataset)) {
            model.edit(dataset);
          } else {
            model.choose(item);
          }
        });
  }

  /** Not as the tree's own menu, whose keys would work in the whole window. */
  private void menu(ContextMenuEvent event) {
    pointedAt(event).ifPresent(tree.getSelectionModel()::select);
    Optional<ExplorerItem> item = chosen();
    List<MenuItem> offered =
        item.map(chosen -> menus.items(chosen, () -> renameChosen(chosen))).orElse(List.of());
    menu.hide();
    menu.getItems().setAll(offered);
    if (!offered.isEmpty()) {
      menu.show(tree, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  /** Empty where the keyboard asked for the menu. */
  private static Optional<TreeItem<ExplorerItem>> pointedAt(ContextMenuEvent event) {
    return Stream.<Node>iterate((Node) event.getTarget(), Objects::nonNull, Node::getParent)
        .filter(ExplorerCell.class::isInstance)
        .findFirst()
        .map(cell -> ((ExplorerCell) cell).getTreeItem());
  }

  private void renameChosen(ExplorerItem item) {
    if (item instanceof ExplorerItem.FlowItem(FlowDocument flow)) {
      rename(flow);
    }
  }

  private Optional<ExplorerItem> chosen() {
    return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  /** New lines stand for the same things: what was chosen stays so. */
  private void keepChoice(Runnable change) {
    Optional<ExplorerItem> before = chosen();
    following = true;
    change.run();
    Optional<TreeItem<ExplorerItem>> same = before.flatMap(item -> find(items.root(), item));
    same.ifPresentOrElse(
        item -> tree.getSelectionModel().select(item),
        () -> tree.getSelectionModel().clearSelection());
    following = false;
  }

  private static Optional<TreeItem<ExplorerItem>> find(
      TreeItem<ExplorerItem> top, ExplorerItem wanted) {
    if (wanted.equals(top.getValue())) {
      return Optional.of(top);
    }
    Stream<TreeItem<ExplorerItem>> below = top.getChildren().stream();
    return below.map(item -> find(item, wanted)).flatMap(Optional::stream).findFirst();
  }
}

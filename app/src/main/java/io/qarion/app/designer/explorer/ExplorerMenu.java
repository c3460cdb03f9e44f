package io.qarion.app.designer.explorer;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** What can be done with a line of the explorer. */
final class ExplorerMenu {

  private final DesignerSession session;
  private final ExplorerModel model;
  private final FlowOperations operations;
  private final TextClipboard clipboard;
  private final FolderDisplay folders;
  private final Messages messages;

  ExplorerMenu(
      DesignerSession session,
      ExplorerModel model,
      FlowOperations operations,
      TextClipboard clipboard,
      FolderDisplay folders,
      Messages messages) {
    this.session = session;
    this.model = model;
    this.operations = operations;
    this.clipboard = clipboard;
    this.folders = folders;
    this.messages = messages;
  }

  /**
   * The items for a line, possibly none.
   *
   * @param rename lets the user type another name for the line
   */
  List<MenuItem> items(ExplorerItem item, Runnable rename) {
    return switch (item) {
      case ExplorerItem.FlowItem(FlowDocument flow) -> flow(item, flow, rename);
      case ExplorerItem.DatasetItem(DatasetEntry dataset) ->
          List.of(
              item("edit-dataset", "Enter", true, () -> model.edit(dataset)),
              item("show-maker", "", !dataset.maker().isEmpty(), () -> model.choose(item)),
              item("copy-name", "", true, () -> clipboard.put(dataset.name().value())));
      case ExplorerItem.FolderItem(String path) -> file(path);
      case ExplorerItem.FileItem(DataFile file) -> file(file.path());
      case ExplorerItem.RunItem(var run, String _) ->
          List.of(
              item("open", "Enter", model.find(run.flow()).isPresent(), () -> model.choose(item)));
      case ExplorerItem.Heading(Section section, int _) -> section(section);
      case ExplorerItem.NoteItem _ -> List.of();
    };
  }

  private List<MenuItem> flow(ExplorerItem item, FlowDocument flow, Runnable rename) {
    String file = flow.stored().get().file();
    return List.of(
        item("open", "Enter", true, () -> model.choose(item)),
        new SeparatorMenuItem(),
        item("rename", "F2", true, rename),
        item("duplicate", "", true, () -> operations.duplicate(flow)),
        item("delete", "Delete", true, () -> operations.delete(flow)),
        new SeparatorMenuItem(),
        item("copy-path", "", true, () -> copyPath(file)),
        item("show-in-folder", "", true, () -> reveal(file)));
  }

  private List<MenuItem> file(String path) {
    return List.of(
        item("copy-path", "", true, () -> copyPath(path)),
        item("show-in-folder", "", true, () -> reveal(path)));
  }

  private List<MenuItem> section(Section section) {
    return switch (section) {
      case FLOWS -> List.of(item("new-flow", "", true, operations::create));
      case FILES, RUNS -> List.of(item("refresh", "", true, model::refresh));
      case DATASETS -> List.of();
    };
  }

  /** Shows the folder that a file is in, or the folder itself. */
  void reveal(String path) {
    root()
        .map(root -> root.resolve(path))
        .ifPresent(file -> {
          Path folder = Files.isDirectory(file) ? file : file.resolveSibling("").normalize();
          folders.show(folder);
        });
  }

  private void copyPath(String path) {
    root().ifPresent(root -> clipboard.put(root.resolve(path).toString()));
  }

  private Optional<Path> root() {
    return session.project().get().map(OpenProject::root);
  }

  /** The keys are only shown: the tree listens for them itself, where it has the focus. */
  private MenuItem item(String id, String keys, boolean enabled, Runnable handler) {
    var item = new MenuItem(messages.get("explorer.menu." + id));
    item.setId("explorer-menu-" + id);
    item.setDisable(!enabled);
    item.setOnAction(_ -> handler.run());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    return item;
  }
}

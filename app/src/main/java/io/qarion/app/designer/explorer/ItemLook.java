package io.qarion.app.designer.explorer;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.history.RunRecord;
import io.qarion.core.progress.RunStatus;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how lines of the explorer read: name, sign, and what stands behind the name. */
final class ItemLook {

  private static final double ICON = 16;

  private final Icons icons;
  private final Messages messages;
  private final Quantities quantities;
  private final RunTimes times;

  ItemLook(Icons icons, Messages messages, RunTimes times) {
    this.icons = icons;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    this.times = times;
  }

  /** The name; of a flow with a mark while it has changes that are not saved. */
  ObservableValue<String> name(ExplorerItem item) {
    return switch (item) {
      case ExplorerItem.FlowItem(var flow) ->
          flow.stored()
              .map(stored -> stored.flow().name())
              .flatMap(name -> flow.dirty().map(dirty -> dirty ? name + " •" : name));
      case ExplorerItem.Heading(Section section, int _) -> fixed(messages.get(section.key()));
      case ExplorerItem.DatasetItem(DatasetEntry dataset) -> fixed(dataset.name().value());
      case ExplorerItem.FolderItem(String path) -> fixed(path.substring(path.lastIndexOf('/') + 1));
      case ExplorerItem.FileItem(DataFile file) -> fixed(file.name());
      case ExplorerItem.RunItem(RunRecord _, String title) -> fixed(title);
      case ExplorerItem.NoteItem(String text) -> fixed(text);
    };
  }

  /** What stands at the right, in small letters. */
  String detail(ExplorerItem item) {
    return switch (item) {
      case ExplorerItem.Heading(Section _, int count) -> count == 0 ? "" : quantities.count(count);
      case ExplorerItem.DatasetItem(DatasetEntry dataset) ->
          dataset.columns().map(count -> messages.get("explorer.columns", count)).orElse("");
      case ExplorerItem.FileItem(DataFile file) -> quantities.bytes(file.bytes());
      case ExplorerItem.RunItem(RunRecord run, String _) -> times.brief(run.start());
      case ExplorerItem.FlowItem _, ExplorerItem.FolderItem _, ExplorerItem.NoteItem _ -> "";
    };
  }

  /** All that is known of it, for the tooltip; empty for no tooltip. */
  String hint(ExplorerItem item) {
    return switch (item) {
      case ExplorerItem.FlowItem(var flow) -> flow.stored().get().file();
      case ExplorerItem.DatasetItem(DatasetEntry dataset) ->
          dataset
              .maker()
              .map(maker ->
                  messages.get("explorer.made-by", dataset.name(), maker.step(), maker.flow()))
              .orElseGet(() -> messages.get("explorer.declared", dataset.name()));
      case ExplorerItem.FileItem(DataFile file) ->
          messages.get(
              "explorer.file-hint", file.path(), file.format(), quantities.bytes(file.bytes()));
      case ExplorerItem.RunItem(RunRecord run, String title) ->
          messages.get(
              "explorer.run-hint",
              title,
              messages.get("status." + run.status().text()),
              times.whole(run.start()));
      case ExplorerItem.FolderItem(String path) -> path;
      case ExplorerItem.Heading _, ExplorerItem.NoteItem _ -> "";
    };
  }

  Node icon(ExplorerItem item) {
    return switch (item) {
      case ExplorerItem.FlowItem(var flow) ->
          icons.kind(flow.stored().get().flow().flowType(), ICON);
      case ExplorerItem.DatasetItem _ -> icons.kind("dataset", ICON);
      case ExplorerItem.FolderItem _ -> icons.kind("project", ICON);
      case ExplorerItem.FileItem _ -> icons.kind("file", ICON);
      case ExplorerItem.RunItem(RunRecord run, String _) -> status(run.status());
      case ExplorerItem.Heading _, ExplorerItem.NoteItem _ -> new Group();
    };
  }

  private static Node status(RunStatus status) {
    var icon =
        new FontIcon(
            switch (status) {
              case SUCCESS -> "fth-check-circle";
              case FAILED, INTERRUPTED -> "fth-x-circle";
              case RUNNING -> "fth-play-circle";
              case CANCELLED -> "fth-stop-circle";
              case SKIPPED -> "fth-minus-circle";
            });
    icon.getStyleClass().add(status.text());
    return icon;
  }

  private static ObservableValue<String> fixed(String text) {
    return new SimpleStringProperty(text);
  }
}

package io.qarion.app.designer.explorer;

import io.qarion.app.designer.i18n.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/** Arranges what the project holds in sections, folders and lines, as far as it is searched for. */
final class ExplorerTree {

  /** More files than this are first shown as closed folders, so that the rest stays in reach. */
  private static final int OPEN_FILES = 40;

  private final ExplorerModel model;
  private final Messages messages;
  private final TreeItem<ExplorerItem> root = new TreeItem<>();
  private final Map<Section, TreeItem<ExplorerItem>> sections = new EnumMap<>(Section.class);

  /** Folders that somebody has opened or closed. */
  private final Map<String, Boolean> opened = new HashMap<>();

  private String search = "";

  ExplorerTree(ExplorerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    for (Section section : Section.values()) {
      var item = new TreeItem<ExplorerItem>(new ExplorerItem.Heading(section, 0));
      item.setExpanded(true);
      sections.put(section, item);
      root.getChildren().add(item);
      show(section);
    }
  }

  /** The sections stand below it. */
  TreeItem<ExplorerItem> root() {
    return root;
  }

  /** Shows only what has the words in it; all for none. */
  void search(String words) {
    search = words.strip().toLowerCase(Locale.ROOT);
    Stream.of(Section.values()).forEach(this::show);
  }

  /** Takes over what the model holds now. */
  void show(Section section) {
    List<ExplorerItem> found =
        items(section)
            .filter(item -> item.words().toLowerCase(Locale.ROOT).contains(search))
            .toList();
    TreeItem<ExplorerItem> top = section(section);
    top.setValue(new ExplorerItem.Heading(section, found.size()));
    if (found.isEmpty()) {
      String key = search.isEmpty() ? section.key() + ".empty" : "explorer.not-found";
      top.getChildren()
          .setAll(List.of(new TreeItem<>(new ExplorerItem.NoteItem(messages.get(key)))));
    } else {
      top.getChildren().setAll(section == Section.FILES ? folders(found) : lines(found));
    }
  }

  private TreeItem<ExplorerItem> section(Section section) {
    return Objects.requireNonNull(sections.get(section), section.name());
  }

  private Stream<ExplorerItem> items(Section section) {
    return switch (section) {
      case FLOWS -> model.flows().stream().map(ExplorerItem.FlowItem::new);
      case DATASETS -> model.datasets().get().stream().map(ExplorerItem.DatasetItem::new);
      case FILES -> model.files().get().stream().map(ExplorerItem.FileItem::new);
      case RUNS ->
          model.runs().get().stream()
              .map(run -> new ExplorerItem.RunItem(run, model.title(run.flow())));
    };
  }

  private static List<TreeItem<ExplorerItem>> lines(List<ExplorerItem> items) {
    return items.stream().map(TreeItem::new).toList();
  }

  /** Files of the project's own folder stand beside the folders, after them. */
  private List<TreeItem<ExplorerItem>> folders(List<ExplorerItem> files) {
    var top = new TreeItem<ExplorerItem>();
    Map<String, TreeItem<ExplorerItem>> folders = new HashMap<>();
    folders.put("", top);
    var own = new ArrayList<TreeItem<ExplorerItem>>();
    boolean open = !search.isEmpty() || files.size() <= OPEN_FILES;
    for (ExplorerItem item : files) {
      if (item instanceof ExplorerItem.FileItem(DataFile file)) {
        if (file.folder().isEmpty()) {
          own.add(new TreeItem<>(item));
        } else {
          folder(file.folder(), folders, open).getChildren().add(new TreeItem<>(item));
        }
      }
    }
    var all = new ArrayList<>(top.getChildren());
    top.getChildren().clear();
    all.addAll(own);
    return all;
  }

  private TreeItem<ExplorerItem> folder(
      String path, Map<String, TreeItem<ExplorerItem>> folders, boolean open) {
    TreeItem<ExplorerItem> known = folders.get(path);
    if (known != null) {
      return known;
    }
    var made = new TreeItem<ExplorerItem>(new ExplorerItem.FolderItem(path));
    made.setExpanded(search.isEmpty() ? opened.getOrDefault(path, open) : open);
    made.expandedProperty()
        .addListener((_, _, is) -> {
          if (search.isEmpty()) {
            opened.put(path, is);
          }
        });
    folders.put(path, made);
    String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    folder(above, folders, open).getChildren().add(made);
    return made;
  }
}

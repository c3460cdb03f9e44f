package io.qarion.app.designer.welcome;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is seen before a project is open: recent projects, samples, a folder to choose. */
public final class WelcomeView extends StackPane {

  private static final double SIGN = 48;
  private static final double ICON = 20;

  private final WelcomeModel model;
  private final Icons icons;
  private final Messages messages;

  public WelcomeView(WelcomeModel model, FolderChoice folders, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;
    this.messages = messages;
    setId("welcome");
    getStyleClass().add("welcome");
    var open = new Button(messages.get("welcome.open"), new FontIcon("fth-folder"));
    open.setId("welcome-open");
    open.getStyleClass().add("accent");
    open.setOnAction(_ -> folders.choose(messages.get("welcome.open")).ifPresent(model::open));
    var create = new Button(messages.get("welcome.create"), new FontIcon("fth-plus"));
    create.setId("welcome-create");
    create.setOnAction(
        _ -> folders.choose(messages.get("welcome.create-where")).ifPresent(model::create));
    var hint = new Label(messages.get("welcome.drop"));
    hint.getStyleClass().add("muted");
    var actions = new HBox(open, create, hint);
    actions.getStyleClass().add("actions");
    var recent = new VBox();
    var samples = new VBox();
    var lists =
        new HBox(
            section("welcome.samples", samples, ""),
            section("welcome.recent", recent, messages.get("welcome.no-recent")));
    lists.getStyleClass().add("lists");
    var content = new VBox(head(), actions, lists);
    content.getStyleClass().add("content");
    content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(content);
    fill(samples, model.samples(), this::sample);
    fill(recent, model.recent(), this::project);
    acceptFolders();
    model.refresh();
  }

  private Node head() {
    var title = new Label(messages.get("application.name"));
    title.getStyleClass().add("headline");
    var text = new Label(messages.get("welcome.text"));
    text.getStyleClass().add("muted");
    var words = new VBox(title, text);
    words.getStyleClass().add("words");
    var sign = new StackPane(icons.kind("application", SIGN));
    sign.getStyleClass().add("application-sign");
    var head = new HBox(sign, words);
    head.getStyleClass().add("head");
    return head;
  }

  private Node section(String key, VBox list, String empty) {
    var title = new Label(messages.get(key));
    title.getStyleClass().add("section-title");
    list.getStyleClass().add("list");
    var nothing = new Label(empty);
    nothing.getStyleClass().add("muted");
    nothing.visibleProperty().bind(Bindings.isEmpty(list.getChildren()));
    nothing.managedProperty().bind(nothing.visibleProperty());
    var section = new VBox(title, nothing, list);
    section.getStyleClass().add("section");
    return section;
  }

  private <T> void fill(VBox list, ObservableList<T> items, ItemView<T> view) {
    Runnable update = () -> list.getChildren().setAll(items.stream().map(view::of).toList());
    items.addListener((ListChangeListener<T>) _ -> update.run());
    update.run();
  }

  private Node sample(String name) {
    return entry(
        "sample-" + name,
        messages.get("sample." + name + ".name"),
        messages.get("sample." + name + ".text"),
        "project",
        () -> model.openSample(name));
  }

  private Node project(Path folder) {
    return entry(
        "recent-" + folder.getFileName(),
        String.valueOf(folder.getFileName()),
        String.valueOf(folder.getParent()),
        "project",
        () -> model.open(folder));
  }

  private Node entry(String id, String name, String text, String icon, Runnable open) {
    var title = new Label(name);
    title.getStyleClass().add("strong");
    var below = new Label(text);
    below.getStyleClass().add("muted");
    var words = new VBox(title, below);
    var content = new HBox(icons.kind(icon, ICON), words);
    content.getStyleClass().add("entry-content");
    var button = new Button("", content);
    button.setId(id);
    button.getStyleClass().addAll("flat", "entry");
    button.setAccessibleText(name + ", " + text);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> open.run());
    return button;
  }

  private void acceptFolders() {
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    setOnDragDropped(event -> {
      Dragboard board = event.getDragboard();
      List<Path> dropped = board.getFiles().stream().map(file -> file.toPath()).toList();
      dropped.stream().findFirst().ifPresent(model::open);
      event.setDropCompleted(!dropped.isEmpty());
      event.consume();
    });
  }

  /** Draws an item of a list. */
  @FunctionalInterface
  private interface ItemView<T> {
    Node of(T item);
  }
}

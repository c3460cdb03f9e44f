package io.qarion.app.designer.shell;

import io.qarion.app.designer.action.ActionButtons;
import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.EngineChoice;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of the window: toolbar, panels, status bar. */
public final class ShellView extends BorderPane {

  private static final double LEFT = 0.18;
  private static final double RIGHT = 0.78;
  private static final double BOTTOM = 0.5;

  private final PanelSizes sizes;

  /**
   * The panels of the features.
   *
   * @param notices what stands above the flow
   * @param left what the project holds, and what can be put into flows
   * @param centre ways to see the flow: canvas, text
   * @param right what is chosen
   * @param bottom rows, problems, runs
   */
  public record Panels(
      Node notices, List<Panel> left, List<Panel> centre, Panel right, List<Panel> bottom) {
    public Panels {
      left = List.copyOf(left);
      centre = List.copyOf(centre);
      bottom = List.copyOf(bottom);
    }
  }

  public ShellView(
      DesignerSession session,
      Panels panels,
      Actions actions,
      BackgroundTasks tasks,
      Messages messages) {
    getStyleClass().add("shell");
    var middle =
        new SplitPane(
            tabs("views", panels.centre(), messages), tabs("panels", panels.bottom(), messages));
    middle.setOrientation(Orientation.VERTICAL);
    middle.setDividerPositions(BOTTOM);
    var flow = new BorderPane(middle);
    flow.setTop(panels.notices());
    var left = new SplitPane();
    left.setId("left");
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(BOTTOM);
    panels.left().forEach(panel -> left.getItems().add(panel.content()));
    var body = new SplitPane(left, flow, panels.right().content());
    body.setDividerPositions(LEFT, RIGHT);
    session.asked().run().subscribe(run -> run.ifPresent(_ -> bring("history")));
    setTop(toolbar(session, new EngineChoice(session, tasks, messages), actions, messages));
    setCenter(body);
    sizes = new PanelSizes(List.of(body, middle, left));
    setBottom(new StatusBar(session, tasks, messages));
  }

  /** One panel stands for itself; several share the place by tabs. */
  private static Node tabs(String id, List<Panel> panels, Messages messages) {
    if (panels.size() == 1) {
      return panels.getFirst().content();
    }
    var tabs = new TabPane();
    tabs.setId(id);
    tabs.setAccessibleText(messages.get("shell." + id));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (Panel panel : panels) {
      var tab = new Tab();
      tab.textProperty().bind(panel.title());
      tab.setContent(panel.content());
      tab.setId("tab-" + panel.id());
      tabs.getTabs().add(tab);
    }
    return tabs;
  }

  PanelSizes sizes() {
    return sizes;
  }

  /** Puts a panel on top of those it shares its place with. */
  void bring(String panel) {
    for (String place : List.of("#views", "#panels")) {
      if (lookup(place) instanceof TabPane tabs) {
        tabs.getTabs().stream()
            .filter(tab -> ("tab-" + panel).equals(tab.getId()))
            .forEach(tabs.getSelectionModel()::select);
      }
    }
  }

  private static HBox toolbar(
      DesignerSession session, EngineChoice engines, Actions actions, Messages messages) {
    var project = new Label();
    project.getStyleClass().add("project-name");
    project
        .textProperty()
        .bind(session.project().map(open -> open.map(OpenProject::name).orElse("")));
    var run = ActionButtons.titled(actions.get("run.start"));
    run.getStyleClass().add("accent");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var toolbar =
        new HBox(
            ActionButtons.iconOnly(actions.get("file.close-project")),
            ActionButtons.iconOnly(actions.get("file.open")),
            project,
            new Separator(Orientation.VERTICAL),
            run,
            ActionButtons.titled(actions.get("run.to-here")),
            ActionButtons.titled(actions.get("run.stop")),
            new Separator(Orientation.VERTICAL),
            ActionButtons.iconOnly(actions.get("edit.undo")),
            ActionButtons.iconOnly(actions.get("edit.redo")),
            ActionButtons.iconOnly(actions.get("file.save")),
            new Separator(Orientation.VERTICAL),
            engineButton(engines, messages),
            space,
            ActionButtons.titled(actions.get("help.find-action")));
    toolbar.getStyleClass().add("shell-toolbar");
    return toolbar;
  }

  private static MenuButton engineButton(EngineChoice engines, Messages messages) {
    var button = new MenuButton();
    button.setId("engine");
    button.setMnemonicParsing(false);
    button.getStyleClass().add("flat");
    button.setGraphic(new FontIcon("fth-cpu"));
    button.textProperty().bind(engines.chosen());
    button.setTooltip(new Tooltip(messages.get("engine.help")));
    button
        .accessibleTextProperty()
        .bind(engines.chosen().map(name -> name + ", " + messages.get("engine.help")));
    var group = new ToggleGroup();
    for (String name : engines.names()) {
      var item = new RadioMenuItem(messages.find("engine." + name).orElse(name));
      item.setId("engine-" + name);
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setOnAction(_ -> engines.choose(name));
      engines.chosen().subscribe(chosen -> item.setSelected(chosen.equals(name)));
      button.getItems().add(item);
    }
    return button;
  }

  /** What could not be done last; over everything, since it may be the opening of a project. */
  static HBox failureBar(DesignerSession session, Messages messages) {
    var text = new Label();
    text.setId("failure");
    text.setWrapText(true);
    text.textProperty().bind(session.failure().map(ShellView::text));
    HBox.setHgrow(text, Priority.ALWAYS);
    var close = new Button("", new FontIcon("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText(messages.get("failure.close"));
    close.setOnAction(_ -> session.failureSeen());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(new FontIcon("fth-alert-circle"), text, space, close);
    bar.getStyleClass().add("failure-bar");
    bar.visibleProperty().bind(session.failure().map(problems -> !problems.isEmpty()));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static String text(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.message() + " " + problem.fix())
        .collect(Collectors.joining("\n"));
  }
}

package io.qarion.app.designer.shell;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.action.ActionButtons;
import io.qarion.app.designer.action.ActionMenus;
import io.qarion.app.designer.action.ActionPalette;
import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.canvas.CanvasController;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.theme.Theme;
import io.qarion.app.designer.welcome.FolderChoice;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The window's content with its actions. */
public final class Shell {

  private final Actions actions;
  private final BorderPane view;
  private final ShellView body;
  private final Theme theme;
  private final ActionPalette palette;
  private final AboutPane about;

  public Shell(
      DesignerSession session,
      CloseGuard guard,
      CanvasController canvas,
      Features features,
      Theme theme,
      BackgroundTasks tasks,
      Messages messages) {
    this.theme = theme;
    actions =
        ShellActions.of(
            session,
            guard,
            canvas,
            theme,
            features,
            new WindowRequests(this::exit, this::findAction, this::about, this::bring),
            messages);
    canvas.offer(actions);
    body = new ShellView(session, features.panels(), actions, tasks, messages);
    body.visibleProperty().bind(session.project().map(Optional::isPresent));
    Node welcome = features.welcome();
    welcome.visibleProperty().bind(body.visibleProperty().not());
    palette = new ActionPalette(actions.all(), messages.get("palette.prompt"));
    about = new AboutPane(messages);
    var stack = new StackPane(body, welcome);
    stack.getChildren().addAll(features.overlays());
    stack.getChildren().addAll(palette, about);
    view = new BorderPane(stack);
    view.setTop(
        new VBox(
            ActionMenus.bar(actions, messages),
            ShellView.failureBar(session, messages),
            new NewsBar(session, messages)));
  }

  /**
   * What the shell takes from features.
   *
   * @param welcome is shown while no project is open
   * @param overlays lie over everything while they are visible
   * @param actions for menus, shortcuts and the palette
   * @param folders asks for the folder of a project
   */
  public record Features(
      ShellView.Panels panels,
      Node welcome,
      List<Node> overlays,
      List<Action> actions,
      FolderChoice folders) {
    public Features {
      overlays = List.copyOf(overlays);
      actions = List.copyOf(actions);
    }
  }

  /** As if the user had closed the window, so that nothing is lost unasked. */
  private void exit() {
    Window window = view.getScene().getWindow();
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void findAction() {
    palette.open();
  }

  private void about() {
    about.open();
  }

  /** Puts a panel on top of those it shares its place with. */
  public void bring(String panel) {
    body.bring(panel);
  }

  /** Where the dividers between panels are. */
  public PanelSizes sizes() {
    return body.sizes();
  }

  public Actions actions() {
    return actions;
  }

  /** The content as a scene that listens for shortcuts. */
  public Scene scene(double width, double height) {
    var scene = new Scene(view, width, height);
    theme.dress(scene);
    ActionButtons.listen(scene, actions);
    return scene;
  }
}

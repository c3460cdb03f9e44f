package io.qarion.app.designer.shell;

import io.qarion.app.designer.action.ActionButtons;
import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.canvas.CanvasController;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.theme.Theme;
import javafx.scene.Scene;

/** The window's content with its actions. */
public final class Shell {

  private final Actions actions;
  private final ShellView view;
  private final Theme theme;

  public Shell(
      DesignerSession session,
      CanvasController canvas,
      ShellView.Panels panels,
      Theme theme,
      BackgroundTasks tasks,
      Messages messages) {
    this.theme = theme;
    actions = ShellActions.of(session, canvas, theme, messages);
    view = new ShellView(session, panels, actions, tasks, messages);
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

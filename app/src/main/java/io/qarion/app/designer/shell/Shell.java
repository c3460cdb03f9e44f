package io.qarion.app.designer.shell;

import io.qarion.app.designer.action.ActionButtons;
import io.qarion.app.designer.action.ActionPalette;
import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.theme.Theme;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's content with its actions. */
public final class Shell {

  private final Actions actions;
  private final BorderPane view;
  private final Theme theme;
  private final ActionPalette palette;

  public Shell(
      DesignerSession session,
      Actions actions,
      ShellView.Panels panels,
      Node welcome,
      Theme theme,
      BackgroundTasks tasks,
      Messages messages) {
    this.theme = theme;
    this.actions = actions;
    var body = new ShellView(session, panels, actions, tasks, messages);
    body.visibleProperty().bind(session.project().map(Optional::isPresent));
    welcome.visibleProperty().bind(body.visibleProperty().not());
    palette = new ActionPalette(actions.all(), messages.get("palette.prompt"));
    view = new BorderPane(new StackPane(body, welcome, palette));
    view.setTop(ShellView.failureBar(session, messages));
  }

  public Actions actions() {
    return actions;
  }

  /** The content as a scene that listens for shortcuts. */
  public Scene scene(double width, double height) {
    var scene = new Scene(view, width, height);
    theme.dress(scene);
    ActionButtons.listen(scene, actions);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+K"), palette::open);
    return scene;
  }
}

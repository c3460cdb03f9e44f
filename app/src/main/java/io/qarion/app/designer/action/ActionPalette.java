package io.qarion.app.designer.action;

import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.control.SearchList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds an action by a part of its name, and does it. */
public final class ActionPalette extends Overlay {

  private static final double WIDTH = 480;
  private static final double HEIGHT = 360;

  private final List<Action> actions;
  private final SearchList<Action> search;

  /**
   * @param prompt what stands in the empty search field
   */
  public ActionPalette(List<Action> actions, String prompt) {
    begin("palette", "palette");
    this.actions = List.copyOf(actions);
    search = new SearchList<>("palette", prompt, _ -> new ActionCell());
    search.setMaxSize(WIDTH, HEIGHT);
    getChildren().add(search);
    closeBeside();
  }

  /** Shows all actions and waits for words. */
  public void open() {
    appear();
    search.open("", this::found, Action::run, this::close);
  }

  private List<Action> found(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return actions.stream()
        .filter(Action::isEnabled)
        .filter(action -> action.title().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /** Sign, name and shortcut of an action. */
  private static final class ActionCell extends ListCell<Action> {

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      var keys = new Label(action.shortcut().map(each -> each.getDisplayText()).orElse(""));
      keys.getStyleClass().add("muted");
      var line = new HBox(new FontIcon(action.icon()), new Label(action.title()), space, keys);
      line.getStyleClass().add("line");
      setGraphic(line);
    }
  }
}

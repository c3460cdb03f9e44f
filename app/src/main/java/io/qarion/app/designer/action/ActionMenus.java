package io.qarion.app.designer.action;

import io.qarion.app.designer.i18n.Messages;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws actions as a menu bar: the first word of an action's id says in which menu it is. */
public final class ActionMenus {

  private static final List<String> MENUS =
      List.of("file", "edit", "arrange", "run", "view", "help");

  /** Actions above which a line stands. */
  private static final Set<String> LINES =
      Set.of(
          "file.rename-flow",
          "file.add-data",
          "edit.add-step",
          "edit.cut",
          "edit.toggle",
          "edit.fix",
          "arrange.across",
          "arrange.chosen",
          "arrange.group",
          "arrange.extract",
          "arrange.add-note",
          "file.import-flow",
          "file.open",
          "file.save",
          "file.exit",
          "view.fit",
          "view.text-larger",
          "view.light",
          "help.about");

  private ActionMenus() {}

  /** The menus; those of the system where it has a bar of its own. */
  public static MenuBar bar(Actions actions, Messages messages) {
    var bar = new MenuBar();
    bar.setId("menu-bar");
    bar.setUseSystemMenuBar(true);
    MENUS.forEach(name -> bar.getMenus().add(menu(name, actions, messages)));
    return bar;
  }

  private static Menu menu(String name, Actions actions, Messages messages) {
    var menu = new Menu(messages.get("menu." + name));
    menu.setId("menu-" + name);
    for (Action action : actions.all()) {
      if (action.id().startsWith(name + ".")) {
        if (LINES.contains(action.id()) && !menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item(action));
      }
    }
    return menu;
  }

  /**
   * A menu of those actions that can be done now.
   *
   * @param groups ids of actions, with a line between the groups
   */
  public static ContextMenu popup(Actions actions, List<List<String>> groups) {
    var menu = new ContextMenu();
    menu.setId("context-menu");
    for (List<String> group : groups) {
      List<MenuItem> items =
          group.stream()
              .map(actions::get)
              .filter(Action::isEnabled)
              .map(ActionMenus::item)
              .toList();
      if (!items.isEmpty() && !menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      menu.getItems().addAll(items);
    }
    return menu;
  }

  private static MenuItem item(Action action) {
    var item = new MenuItem(action.title(), new FontIcon(action.icon()));
    item.setId("menu-" + action.id().replace('.', '-'));
    action.shortcut().ifPresent(item::setAccelerator);
    item.setOnAction(_ -> action.run());
    item.disableProperty().bind(action.enabled().map(enabled -> !enabled));
    return item;
  }
}

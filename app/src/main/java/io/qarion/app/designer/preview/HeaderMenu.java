package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.data.Conditions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.expression.Names;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;

/** What can be done with a column of the grid; one menu serves all columns. */
final class HeaderMenu extends ContextMenu {

  private final StepMenu steps;
  private String column = "";

  /**
   * @param writeFilter gets the start of a condition for the user to finish
   */
  HeaderMenu(
      PreviewModel model,
      PreviewGrid grid,
      TextClipboard clipboard,
      Consumer<String> writeFilter,
      GridSteps added,
      Messages messages) {
    steps = new StepMenu(added, messages, this::hide);
    MenuItem follow = item(messages.get("preview.follow"), () -> added.follow(column));
    follow.setId("grid-follow");
    getItems()
        .addAll(
            steps,
            follow,
            new SeparatorMenuItem(),
            item(
                messages.get("preview.sort.ascending"),
                () -> grid.sort(column, TableColumn.SortType.ASCENDING)),
            item(
                messages.get("preview.sort.descending"),
                () -> grid.sort(column, TableColumn.SortType.DESCENDING)),
            new SeparatorMenuItem(),
            item(
                messages.get("preview.filter.write"),
                () -> writeFilter.accept(Names.quoted(column) + " ")),
            item(
                messages.get("preview.filter.null"),
                () -> model.addFilter(Conditions.isNull(column))),
            item(
                messages.get("preview.filter.not-null"),
                () -> model.addFilter(Conditions.isNotNull(column))),
            new SeparatorMenuItem(),
            item(messages.get("preview.hide"), () -> grid.hide(List.of(column))),
            item(messages.get("preview.copy-name"), () -> clipboard.put(column)));
  }

  void of(String newColumn) {
    column = newColumn;
    steps.of(newColumn);
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}

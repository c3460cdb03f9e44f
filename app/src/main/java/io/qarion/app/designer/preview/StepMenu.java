package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.Conditions;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Steps that do something with the column whose menu is open. */
final class StepMenu extends Menu {

  private static final List<String> TYPES =
      List.of(
          "string", "integer", "decimal(18,2)", "float", "boolean", "date", "time", "timestamp");

  private final GridSteps steps;
  private final Messages messages;
  private final Runnable close;
  private final AskItem rename;
  private String column = "";

  /**
   * @param close closes the menu that this one is part of
   */
  StepMenu(GridSteps steps, Messages messages, Runnable close) {
    super(messages.get("grid.step"));
    this.steps = steps;
    this.messages = messages;
    this.close = close;
    setId("grid-step");
    rename = ask("rename", name -> ColumnSteps.rename(column, name));
    getItems()
        .addAll(
            rename,
            types(),
            item("leave-out", () -> ColumnSteps.leaveOut(column)),
            new SeparatorMenuItem(),
            item("not-null", () -> ColumnSteps.filter(Conditions.isNotNull(column))),
            ask("fill", text -> ColumnSteps.fill(column, value(text))),
            ask("replace", text -> ColumnSteps.replace(column, text, "")),
            ask("split", text -> ColumnSteps.split(column, text)),
            ask("derive", text -> ColumnSteps.derive(column, text)),
            new SeparatorMenuItem(),
            item("sort", () -> sort(false)),
            item("sort-descending", () -> sort(true)),
            item("distinct", () -> ColumnSteps.distinct(column)),
            item("count", () -> ColumnSteps.countBy(column)));
  }

  void of(String newColumn) {
    column = newColumn;
    rename.proposes(newColumn);
  }

  private TomlValue.Table sort(boolean descending) {
    return ColumnSteps.sort(List.of(ColumnSteps.orderTerm(column, descending)));
  }

  /** What looks like a number is one. */
  private static TomlValue value(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return TomlValue.of(Long.parseLong(text));
    }
    return text.matches("-?\\d{1,15}\\.\\d{1,15}")
        ? TomlValue.of(Double.parseDouble(text))
        : TomlValue.of(text);
  }

  private Menu types() {
    var menu = new Menu(messages.get("grid.step.cast"));
    menu.setId("grid-step-cast");
    for (String type : TYPES) {
      var item = new MenuItem(type);
      item.setId("grid-step-cast-" + type);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> steps.add(ColumnSteps.cast(column, type)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuItem item(String id, Supplier<TomlValue.Table> rule) {
    var item = new MenuItem(messages.get("grid.step." + id));
    item.setId("grid-step-" + id);
    item.setOnAction(_ -> steps.add(rule.get()));
    return item;
  }

  private AskItem ask(String id, Function<String, TomlValue.Table> rule) {
    return new AskItem(
        "grid-step-" + id,
        messages.get("grid.step." + id),
        messages.get("grid.step." + id + ".prompt"),
        text -> {
          if (!text.isEmpty()) {
            steps.add(rule.apply(text));
          }
        },
        close);
  }
}

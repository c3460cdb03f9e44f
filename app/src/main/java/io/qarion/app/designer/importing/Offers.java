package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.LoadSettings.OnBadRow;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.run.BadRows;
import io.qarion.core.run.ColumnLook;
import io.qarion.core.run.ReadingHint;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What can be done about bad rows with one click. */
final class Offers {

  private final ImportModel model;
  private final Messages messages;

  Offers(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  List<Node> of(BadRows found) {
    var buttons = new ArrayList<Node>();
    if (found.extent() != BadRows.Extent.WHOLE) {
      buttons.add(checkAll());
    }
    if (found.rejected() == 0 || model.shown().get().isEmpty()) {
      return buttons;
    }
    ReadFile shown = model.shown().get().get();
    if (shown.load().settings().onBadRow() == OnBadRow.FAIL) {
      buttons.add(button("look-put-aside", messages.get("look.put-aside"), model::putAside));
    }
    for (ReadingHint hint : hints(found, shown)) {
      buttons.add(
          button(
              "look-hint-" + hint.option(),
              messages.get("look.hint", hint.option(), shown(hint.value()), hint.records()),
              () -> model.set(hint.option(), value(hint.value()))));
    }
    return buttons;
  }

  /** What can be done once the search was stopped. */
  List<Node> ofStopped() {
    return List.of(checkAll());
  }

  private Button checkAll() {
    return button("look-check-all", messages.get("look.check-all"), () -> model.check(true));
  }

  private List<ReadingHint> hints(BadRows found, ReadFile shown) {
    Set<String> options =
        new OptionFields(model.plugins(), messages)
            .declared(shown).stream().map(PropertyDeclaration::key).collect(Collectors.toSet());
    return ReadingHint.of(
        found.shown().stream().map(BadRows.Found::record).toList(), columns(), options);
  }

  private Schema columns() {
    return new Schema(
        model.look().get().known().stream()
            .flatMap(look -> look.columns().stream())
            .map((ColumnLook column) -> Column.of(column.name(), column.type()))
            .toList());
  }

  private static String shown(Object value) {
    return value instanceof List<?> texts
        ? texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"))
        : "\"" + value + "\"";
  }

  private static TomlValue value(Object value) {
    return value instanceof List<?> texts
        ? new TomlValue.Items(
            texts.stream()
                .<TomlValue>map(text -> new TomlValue.Text(String.valueOf(text)))
                .toList())
        : new TomlValue.Text(String.valueOf(value));
  }

  private static Button button(String id, String text, Runnable work) {
    var button = new Button(text);
    button.setMnemonicParsing(false);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> work.run());
    return button;
  }
}

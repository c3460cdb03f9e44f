package io.qarion.app.designer.importing;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldView;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A setting that is one sign, which is chosen or typed; signs that can't be seen have names. */
final class SignField extends VBox {

  private static final List<String> SIGNS = List.of(",", ";", "\t", "|", ":", "~", " ");
  private static final String TAB = "Tab";
  private static final String SPACE = "Space";

  private final ComboBox<String> box = new ComboBox<>();
  private Field field;
  private boolean showing;

  /**
   * @param changed takes the setting and its new value
   */
  SignField(Field field, BiConsumer<Field, String> changed) {
    this.field = field;
    getStyleClass().add("field");
    var label = new Label(field.label());
    label.getStyleClass().add("field-label");
    label.setLabelFor(box);
    label.setTooltip(new Tooltip(field.help()));
    box.setId(FieldView.id(field));
    box.setAccessibleText(field.label());
    box.setEditable(true);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(SIGNS);
    box.setConverter(new Named());
    box.valueProperty()
        .subscribe((_, value) -> {
          String now = value == null ? "" : value;
          if (!showing && !now.equals(this.field.text())) {
            changed.accept(this.field, now);
          }
        });
    box.getEditor()
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            box.setValue(sign(box.getEditor().getText()));
          }
        });
    getChildren().addAll(label, box);
    show(field);
  }

  void show(Field newField) {
    field = newField;
    box.setPromptText(field.placeholder());
    if (!field.text().equals(box.getValue())) {
      showing = true;
      box.setValue(field.text().isEmpty() ? null : field.text());
      showing = false;
    }
  }

  /** Signs by the names that people know them by. */
  private static final class Named extends StringConverter<String> {

    @Override
    public String toString(@Nullable String sign) {
      return sign == null ? "" : shown(sign);
    }

    @Override
    public @Nullable String fromString(String text) {
      return sign(text);
    }
  }

  /** A sign as people can see it. */
  static String shown(String sign) {
    return switch (sign) {
      case "\t" -> TAB;
      case " " -> SPACE;
      default -> sign;
    };
  }

  private static @Nullable String sign(String text) {
    return switch (text) {
      case TAB, "\\t" -> "\t";
      case SPACE -> " ";
      case "" -> null;
      default -> text;
    };
  }
}

package io.qarion.app.designer.control;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A type that is chosen or typed, since decimals have digits of any number. */
public final class TypeField extends ComboBox<String> {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final String DECIMAL = "decimal(18,2)";

  private String shown = "";
  private boolean showing;

  /**
   * @param taken gets a type that is another one than was shown
   */
  public TypeField(Consumer<DataType> taken) {
    setEditable(true);
    getItems().setAll(names());
    setConverter(new Written());
    valueProperty()
        .subscribe((_, value) -> {
          if (!showing && value != null && !value.equals(shown)) {
            DataType.parse(value).ifPresent(taken);
          }
        });
    getEditor()
        .textProperty()
        .subscribe(text -> {
          boolean valid = text.isEmpty() || DataType.parse(text).isPresent();
          getEditor().pseudoClassStateChanged(INVALID, !valid);
        });
    getEditor()
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            DataType.parse(getEditor().getText())
                .ifPresentOrElse(type -> setValue(type.text()), () -> getEditor().setText(shown));
          }
        });
  }

  private static List<String> names() {
    var names = new ArrayList<>(Arrays.stream(PlainType.values()).map(PlainType::text).toList());
    names.add(2, DECIMAL);
    return names;
  }

  /** Shows a type, of which nobody is told. */
  public void show(DataType type) {
    shown = type.text();
    showing = true;
    setValue(shown);
    showing = false;
  }

  /** Types as files write them; what is no type stays the type that was there. */
  private final class Written extends StringConverter<String> {

    @Override
    public String toString(@Nullable String type) {
      return type == null ? "" : type;
    }

    @Override
    public String fromString(String text) {
      return DataType.parse(text).map(DataType::text).orElse(shown);
    }
  }
}

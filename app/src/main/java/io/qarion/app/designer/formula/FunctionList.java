package io.qarion.app.designer.formula;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionDefinition;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The functions there are, with what they mean and an example. */
final class FunctionList extends VBox {

  private final TextField words = new TextField();
  private final ListView<FunctionDefinition> list = new ListView<>();
  private final Label help = new Label();
  private final Messages messages;

  /**
   * @param taken gets what is to be written
   */
  FunctionList(Consumer<String> taken, Messages messages) {
    this.messages = messages;
    getStyleClass().add("formula-side");
    words.setId("formula-search");
    words.setPromptText(messages.get("formula.search"));
    words.setAccessibleText(messages.get("formula.search"));
    words.textProperty().subscribe(this::find);
    list.setId("formula-functions");
    list.setAccessibleText(messages.get("formula.functions"));
    list.setCellFactory(_ -> new FunctionCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        take(taken);
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        take(taken);
        event.consume();
      }
    });
    help.setWrapText(true);
    help.setId("formula-help");
    help.getStyleClass().add("help");
    help.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(words, list, help);
  }

  private void take(Consumer<String> taken) {
    FunctionDefinition chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      taken.accept(chosen.name() + "(");
    }
  }

  private void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<FunctionDefinition> found =
        FunctionCatalog.standard().functions().stream()
            .filter(function ->
                function.name().contains(wanted)
                    || function.help().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    list.getItems().setAll(found);
  }

  private void explain(@Nullable FunctionDefinition function) {
    help.setText(
        function == null
            ? messages.get("formula.functions.hint")
            : messages.get(
                "formula.help",
                function.signature(),
                function.help(),
                function.example(),
                function.expected()));
  }

  /** Name and parameters. */
  private static final class FunctionCell extends ListCell<FunctionDefinition> {

    FunctionCell() {
      setPrefWidth(0);
      getStyleClass().add("mono");
    }

    @Override
    protected void updateItem(@Nullable FunctionDefinition function, boolean empty) {
      super.updateItem(function, empty);
      setText(empty || function == null ? "" : function.signature());
    }
  }
}

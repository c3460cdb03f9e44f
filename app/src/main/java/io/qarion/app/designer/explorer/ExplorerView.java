package io.qarion.app.designer.explorer;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.theme.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** The flows of the project; choosing one shows it. */
public final class ExplorerView extends VBox {

  private static final double ICON = 16;

  public ExplorerView(DesignerSession session, Icons icons, Messages messages) {
    getStyleClass().addAll("panel", "explorer");
    var title = new Label(messages.get("explorer.flows"));
    title.getStyleClass().add("panel-title");
    var search = TextFields.createClearableTextField();
    search.setId("flow-search");
    search.setPromptText(messages.get("explorer.search"));
    search.setAccessibleText(messages.get("explorer.search"));
    var searchBox = new VBox(search);
    searchBox.getStyleClass().add("search");
    var found = new FilteredList<>(session.flows());
    search.textProperty().subscribe(text -> found.setPredicate(flow -> isNamed(flow, text)));
    var flows = new ListView<>(found);
    flows.setId("flows");
    flows.setCellFactory(_ -> new FlowCell(icons));
    flows.setAccessibleText(messages.get("explorer.flows"));
    flows
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, flow) -> {
          if (flow != null) {
            session.active().set(Optional.of(flow));
          }
        });
    session
        .active()
        .subscribe(active -> active.ifPresent(flow -> flows.getSelectionModel().select(flow)));
    setVgrow(flows, Priority.ALWAYS);
    getChildren().addAll(searchBox, title, flows);
  }

  private static boolean isNamed(FlowDocument flow, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return (flow.id() + " " + flow.stored().get().flow().name())
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }

  /** A flow by name, with a mark where it has changes that are not saved. */
  private static final class FlowCell extends ListCell<FlowDocument> {

    private final Icons icons;

    FlowCell(Icons icons) {
      this.icons = icons;
    }

    @Override
    protected void updateItem(@Nullable FlowDocument flow, boolean empty) {
      super.updateItem(flow, empty);
      textProperty().unbind();
      if (empty || flow == null) {
        setText("");
        setGraphic(null);
        return;
      }
      textProperty()
          .bind(
              flow.stored()
                  .map(stored -> stored.flow().name())
                  .flatMap(name -> flow.dirty().map(dirty -> dirty ? name + " •" : name)));
      setGraphic(icons.kind(flow.stored().get().flow().flowType(), ICON));
    }
  }
}

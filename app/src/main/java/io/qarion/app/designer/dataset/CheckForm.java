package io.qarion.app.designer.dataset;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldView;
import io.qarion.app.designer.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A quality check with its settings; its controls serve another one of the same settings, too. */
final class CheckForm extends VBox {

  private final Messages messages;
  private final Label title = new Label();
  private final Button remove = new Button("", new FontIcon("fth-x"));
  private final Label problem = new Label();
  private final List<FieldView> views = new ArrayList<>();
  private final TitledPane more = new TitledPane();
  private ShownCheck shown;

  /** What can be done with a check. */
  interface Work {

    void change(ShownCheck check, Field field, String text);

    void remove(ShownCheck check);
  }

  CheckForm(ShownCheck check, Work work, Messages messages) {
    this.shown = check;
    this.messages = messages;
    getStyleClass().add("check");
    title.getStyleClass().add("check-title");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    remove.getStyleClass().addAll("flat", "button-icon", "small");
    remove.setOnAction(_ -> work.remove(shown));
    var head = new HBox(title, remove);
    head.getStyleClass().add("check-head");
    problem.setWrapText(true);
    problem.getStyleClass().add("field-problem");
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(head, problem);
    getChildren().addAll(views(check.entry().used(), work));
    var further = new VBox();
    further.getStyleClass().add("check-more");
    further.getChildren().addAll(views(check.entry().unused(), work));
    more.setText(messages.get("dataset.check.more"));
    more.setContent(further);
    more.setAnimated(false);
    more.setExpanded(false);
    if (!check.entry().unused().isEmpty()) {
      getChildren().add(more);
    }
    show(check);
  }

  private List<FieldView> views(List<Field> fields, Work work) {
    List<FieldView> made =
        fields.stream()
            .map(field ->
                new FieldView(
                    field,
                    (changed, text) -> work.change(shown, changed, text),
                    (_, _) -> {},
                    new FieldView.Words(messages.get("completion.list"), "")))
            .toList();
    views.addAll(made);
    return made;
  }

  /** Whether this can show another check, or the same one with other values. */
  boolean takes(ShownCheck other) {
    return isSame(shown.entry().used(), other.entry().used())
        && isSame(shown.entry().unused(), other.entry().unused());
  }

  private static boolean isSame(List<Field> fields, List<Field> others) {
    boolean same = fields.size() == others.size();
    for (int i = 0; same && i < fields.size(); i++) {
      same = fields.get(i).isSameAs(others.get(i));
    }
    return same;
  }

  void show(ShownCheck check) {
    shown = check;
    title.setText(check.title());
    problem.setText(check.problem());
    problem.setVisible(!check.problem().isEmpty());
    String words = messages.get("dataset.check.remove", check.title());
    remove.setId("remove-" + FieldView.idOf(check.entry().path()));
    remove.setAccessibleText(words);
    remove.setTooltip(new Tooltip(words));
    List<Field> fields =
        Stream.concat(check.entry().used().stream(), check.entry().unused().stream()).toList();
    for (int i = 0; i < views.size(); i++) {
      views.get(i).show(fields.get(i));
    }
    if (check.entry().unused().stream().anyMatch(field -> !field.problem().isEmpty())) {
      more.setExpanded(true);
    }
  }

  /** The ids of its controls, in their order. */
  Stream<String> controlIds() {
    return views.stream().map(FieldView::controlId);
  }
}

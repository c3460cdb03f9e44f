package io.qarion.app.designer.importing;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldView;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.file.SniffReport;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Every option of the reader, and how the rest was decided. */
final class OptionsPart extends ScrollPane {

  private final ImportModel model;
  private final Messages messages;
  private final OptionFields fields;
  private final VBox form = new VBox();
  private final VBox decisions = new VBox();
  private final List<Consumer<Field>> views = new ArrayList<>();
  private List<Field> shown = List.of();

  OptionsPart(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.fields = new OptionFields(model.plugins(), messages);
    setId("look-options");
    getStyleClass().addAll("edge-to-edge", "options");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    form.getStyleClass().add("form");
    decisions.getStyleClass().add("decisions");
    var content = new VBox(form, decisions);
    content.getStyleClass().add("content");
    setContent(content);
    model.shown().subscribe(_ -> show());
    model.look().subscribe(_ -> show());
  }

  private void show() {
    Optional<ReadFile> now = model.shown().get();
    if (now.isEmpty()) {
      show(List.of());
      decisions.getChildren().clear();
      return;
    }
    Optional<SniffReport> sniffed = model.look().get().known().map(look -> look.sniffed());
    List<Problem> problems =
        model.look().get() instanceof Part.Failed<?>(List<Problem> failed) ? failed : List.of();
    show(fields.of(now.get(), sniffed, problems));
    decisions.getChildren().setAll(sniffed.map(this::decided).orElse(List.of()));
  }

  /** Controls stay where they can, so that typing is not disturbed. */
  private void show(List<Field> wanted) {
    boolean same = wanted.size() == shown.size();
    for (int i = 0; same && i < wanted.size(); i++) {
      same = wanted.get(i).isSameAs(shown.get(i));
    }
    shown = wanted;
    if (!same) {
      views.clear();
      form.getChildren().setAll(wanted.stream().map(this::view).toList());
    }
    for (int i = 0; i < wanted.size(); i++) {
      views.get(i).accept(wanted.get(i));
    }
  }

  private Node view(Field field) {
    if (field.path().keys().getLast().equals("delimiter")) {
      var sign = new SignField(field, model::change);
      views.add(sign::show);
      return sign;
    }
    var view =
        new FieldView(
            field,
            model::change,
            (_, _) -> {},
            new FieldView.Words(messages.get("completion.list"), ""));
    views.add(view::show);
    return view;
  }

  private List<Node> decided(SniffReport report) {
    var lines = new ArrayList<Node>();
    var title = new Label(messages.get("look.decisions"));
    title.getStyleClass().add("section-title");
    lines.add(title);
    for (String decision : report.decisions()) {
      var line = new Label(decision);
      line.setWrapText(true);
      line.getStyleClass().add("help");
      lines.add(line);
    }
    return lines;
  }
}

package io.qarion.app.designer.profile;

import io.qarion.app.designer.control.Columns;
import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The columns of the chosen step with their figures, and one of them in full. */
public final class ProfileView extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double NAME = 144;
  private static final double NARROW = 72;
  private static final double LEFT = 0.48;
  private static final double TYPE = 112;

  private final ProfileModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final ProfileTexts texts;
  private final TableView<ColumnProfile> table;
  private final ScrollPane details = new ScrollPane();
  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label failure = new Label();
  private final Node nothing;
  private final Node toolbar;
  private final SplitPane body;
  private boolean updating;

  public ProfileView(ProfileModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    this.texts = new ProfileTexts(messages);
    this.table = table();
    getStyleClass().addAll("panel", "profile");
    this.nothing =
        new EmptyState(messages.get("preview.nothing.title"), messages.get("profile.nothing.text"));
    title.getStyleClass().add("strong");
    summary.setId("profile-summary");
    summary.getStyleClass().add("muted");
    failure.getStyleClass().add("failure-text");
    failure.setWrapText(true);
    var bar = new HBox(title, summary);
    bar.getStyleClass().add("panel-toolbar");
    toolbar = bar;
    details.setFitToWidth(true);
    details.setId("profile-details");
    body = new SplitPane(table, details);
    body.setDividerPositions(LEFT);
    var stack = new StackPane(body, failure, nothing);
    setVgrow(stack, Priority.ALWAYS);
    getChildren().addAll(toolbar, stack);
    follow();
  }

  private void follow() {
    model.title().subscribe(_ -> update());
    model.problems().subscribe(_ -> update());
    model.columns().addListener((ListChangeListener<ColumnProfile>) _ -> update());
    model.busy().subscribe(_ -> update());
    model.details().subscribe(this::show);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null && !updating) {
            model.choose(chosen.column().name());
          }
        });
  }

  private TableView<ColumnProfile> table() {
    var made = new TableView<ColumnProfile>();
    made.setId("profile-columns");
    made.getStyleClass().add("profile-columns");
    made.setPlaceholder(new Label(messages.get("profile.waiting")));
    made.getColumns()
        .add(Columns.text(messages.get("profile.column"), NAME, each -> each.column().name()));
    made.getColumns()
        .add(Columns.text(messages.get("profile.type"), TYPE, each -> each.column().type().text()));
    made.getColumns().add(Columns.number(messages.get("profile.nulls"), NARROW, texts::nulls));
    made.getColumns()
        .add(Columns.number(messages.get("profile.distinct"), NARROW, texts::distinct));
    return made;
  }

  private void update() {
    boolean failed = !model.problems().get().isEmpty();
    boolean empty = model.title().get().isEmpty();
    title.setText(model.title().get());
    failure.setText(
        model.problems().get().stream()
            .map(ProfileView::words)
            .collect(Collectors.joining("\n\n")));
    failure.setVisible(failed);
    nothing.setVisible(empty);
    toolbar.setVisible(!empty);
    toolbar.setManaged(!empty);
    body.setVisible(!empty && !failed);
    body.pseudoClassStateChanged(STALE, model.busy().get() && !isFresh());
    summary.setText(
        model.columns().isEmpty()
            ? ""
            : messages.get(
                model.busy().get() ? "profile.summary.busy" : "profile.summary",
                quantities.count(model.columns().getFirst().rows()),
                model.columns().size()));
    fill();
  }

  /** Figures without the number of different values have just come. */
  private boolean isFresh() {
    return model.columns().stream().allMatch(each -> each.distinct().isEmpty());
  }

  private void fill() {
    updating = true;
    int chosen = table.getSelectionModel().getSelectedIndex();
    table.getItems().setAll(model.columns());
    if (!table.getItems().isEmpty()) {
      table.getSelectionModel().select(Math.clamp(chosen, 0, table.getItems().size() - 1));
    }
    updating = false;
  }

  private void show(Optional<ColumnDetails> shown) {
    details.setContent(shown.map(each -> new DetailsView(each, texts)).orElse(null));
  }

  private static String words(Problem problem) {
    return problem.message() + "\n" + problem.fix();
  }
}

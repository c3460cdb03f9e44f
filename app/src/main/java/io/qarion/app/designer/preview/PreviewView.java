package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.control.SeveritySign;
import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of the chosen step, what they are, and how they are looked at. */
public final class PreviewView extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final PreviewModel model;
  private final GridSteps steps;
  private final Messages messages;
  private final PreviewTexts texts;
  private final PreviewGrid grid;
  private final TextField filter = new TextField();
  private final TextField find = new TextField();
  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label filterProblem = new Label();
  private final FlowPane chips = new FlowPane();
  private final VBox failure = new VBox();
  private final Node nothing;
  private final Label waiting;
  private final HBox toolbar;
  private final Button keep;
  private int finds;

  public PreviewView(
      PreviewModel model, TextClipboard clipboard, GridSteps steps, Messages messages) {
    this.steps = steps;
    this.model = model;
    this.messages = messages;
    this.texts = new PreviewTexts(messages);
    this.grid = new PreviewGrid(model, clipboard, this::startFilter, steps, messages);
    this.nothing =
        new EmptyState(messages.get("preview.nothing.title"), messages.get("preview.nothing.text"));
    this.waiting = new Label(messages.get("preview.waiting"));
    waiting.getStyleClass().add("muted");
    getStyleClass().addAll("panel", "preview");
    failure.getStyleClass().add("failure");
    failure.setId("preview-failure");
    keep = new Button(messages.get("grid.keep"), new FontIcon("fth-plus"));
    keep.setId("preview-keep");
    keep.getStyleClass().addAll("flat", "small");
    keep.setOnAction(_ -> keepAsSteps());
    toolbar = toolbar();
    var body = new StackPane(grid, failure, nothing, waiting);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(toolbar, view(), body);
    follow();
  }

  private void follow() {
    model.result().subscribe(_ -> update());
    model.target().subscribe(_ -> update());
    model.problems().subscribe(_ -> update());
    model.total().subscribe(_ -> update());
    model.revision().subscribe(_ -> update());
    model.view().subscribe(_ -> showChips());
    model.stale().subscribe(is -> grid.pseudoClassStateChanged(STALE, is));
    model.filterProblems().subscribe(this::showFilterProblems);
  }

  private HBox toolbar() {
    title.setId("preview-title");
    title.getStyleClass().add("strong");
    summary.setId("preview-summary");
    summary.getStyleClass().add("muted");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.setId("preview-filter");
    filter.setPromptText(messages.get("preview.filter.prompt"));
    filter.setAccessibleText(messages.get("preview.filter.prompt"));
    filter.getStyleClass().add("filter");
    filter.setOnAction(_ -> {
      if (!filter.getText().isBlank() && model.addFilter(filter.getText())) {
        filter.clear();
      }
    });
    find.setId("preview-find");
    find.setPromptText(messages.get("preview.find.prompt"));
    find.setAccessibleText(messages.get("preview.find.prompt"));
    find.getStyleClass().add("find");
    find.textProperty().subscribe(text -> grid.find(text, 0));
    find.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        finds++;
        grid.find(find.getText(), finds);
      }
    });
    var bar = new HBox(title, summary, space, hiddenColumns(), filter, find);
    bar.getStyleClass().add("panel-toolbar");
    return bar;
  }

  private Hyperlink hiddenColumns() {
    var link = new Hyperlink();
    link.setId("preview-hidden");
    link.textProperty()
        .bind(grid.hiddenCount().map(count -> messages.get("preview.hidden", count.intValue())));
    link.visibleProperty().bind(grid.hiddenCount().greaterThan(0));
    link.managedProperty().bind(link.visibleProperty());
    link.setOnAction(_ -> grid.showAll());
    return link;
  }

  private Node view() {
    chips.setId("preview-chips");
    chips.getStyleClass().add("chips");
    filterProblem.setId("preview-filter-problem");
    filterProblem.getStyleClass().add("filter-problem");
    filterProblem.setWrapText(true);
    filterProblem.managedProperty().bind(filterProblem.visibleProperty());
    chips.managedProperty().bind(chips.visibleProperty());
    return new VBox(filterProblem, chips);
  }

  private void startFilter(String text) {
    filter.setText(text);
    filter.requestFocus();
    filter.end();
  }

  private void update() {
    Optional<Target> target = model.target().get();
    Optional<Result> result = model.result().get();
    boolean failed = !model.problems().get().isEmpty();
    toolbar.setVisible(target.isPresent());
    toolbar.setManaged(target.isPresent());
    nothing.setVisible(target.isEmpty());
    failure.setVisible(failed);
    grid.setVisible(result.isPresent());
    waiting.setVisible(target.isPresent() && result.isEmpty() && !failed);
    title.setText(result.map(Result::target).or(() -> target).map(Target::name).orElse(""));
    summary.setText(
        result.map(shown -> texts.summary(shown, model.loaded(), model.total().get())).orElse(""));
    failure.getChildren().setAll(model.problems().get().stream().map(this::problem).toList());
    if (failed && !model.view().get().equals(View.PLAIN)) {
      var reset = new Button(messages.get("preview.reset"));
      reset.setOnAction(_ -> model.reset());
      failure.getChildren().add(reset);
    }
  }

  private Node problem(Problem problem) {
    var message = new Label(problem.message());
    message.getStyleClass().add("strong");
    message.setWrapText(true);
    var fix = new Label(problem.fix());
    fix.setWrapText(true);
    var place = new Label(problem.place().toString());
    place.getStyleClass().addAll("muted", "mono");
    place.setVisible(!place.getText().isEmpty());
    place.setManaged(place.isVisible());
    var words = new VBox(message, fix, place);
    words.getStyleClass().add("words");
    var sign = new SeveritySign();
    sign.show(problem.severity());
    var row = new HBox(sign, words);
    row.getStyleClass().add("row");
    return row;
  }

  private void showChips() {
    List<String> filters = model.view().get().filters();
    boolean looked = !model.view().get().equals(View.PLAIN);
    chips.getChildren().setAll(filters.stream().map(this::chip).toList());
    chips.setVisible(looked);
    if (looked) {
      chips.getChildren().add(keep);
    }
  }

  /** What is only looked at becomes part of the flow. */
  private void keepAsSteps() {
    View view = model.view().get();
    model.reset();
    view.filters().forEach(condition -> steps.add(ColumnSteps.filter(condition)));
    if (!view.order().isEmpty()) {
      steps.add(
          ColumnSteps.sort(
              view.order().stream()
                  .map(key -> ColumnSteps.orderTerm(key.column(), key.descending()))
                  .toList()));
    }
  }

  private Node chip(String condition) {
    var text = new Label(condition);
    text.getStyleClass().add("mono");
    var remove = new Button("", new FontIcon("fth-x"));
    remove.getStyleClass().addAll("button-icon", "flat", "small");
    remove.setAccessibleText(messages.get("preview.filter.remove", condition));
    remove.setOnAction(_ -> model.removeFilter(condition));
    var chip = new HBox(new FontIcon("fth-filter"), text, remove);
    chip.getStyleClass().add("chip");
    return chip;
  }

  private void showFilterProblems(List<Problem> problems) {
    filterProblem.setVisible(!problems.isEmpty());
    filterProblem.setText(
        problems.stream()
            .map(problem -> problem.message() + " " + problem.fix())
            .reduce((one, other) -> one + "\n" + other)
            .orElse(""));
  }
}

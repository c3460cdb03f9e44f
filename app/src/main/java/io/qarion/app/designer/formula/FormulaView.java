package io.qarion.app.designer.formula;

import io.qarion.app.designer.control.CodeColours;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.control.ProposalField;
import io.qarion.app.designer.control.ProposalPopup;
import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.edit.CodePlace;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.expression.CallHelp;
import io.qarion.core.expression.FunctionDefinition;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** Edits an expression or a statement, with the rows that come of it while it is typed. */
public final class FormulaView extends Overlay {

  private static final double WIDTH = 1120;
  private static final double HEIGHT = 720;
  private static final double EXPRESSION_HEIGHT = 120;
  private static final double STATEMENT_HEIGHT = 264;
  private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

  private final FormulaModel model;
  private final Messages messages;
  private final CodeArea area = new CodeArea();
  private final CodeColours colours = new CodeColours(area);
  private final StackPane code = new StackPane();
  private final Label title = new Label();
  private final Label signature = new Label();
  private final Label problems = new Label();
  private final NameList names;
  private final FunctionList functions;
  private final ResultTable rows;

  public FormulaView(FormulaModel model, Messages messages) {
    begin("formula", "new-flow", "formula");
    this.model = model;
    this.messages = messages;
    names = new NameList(this::insert, messages);
    functions = new FunctionList(this::insert, messages);
    rows = new ResultTable(messages);
    area.setId("formula-text");
    area.setWrapText(true);
    area.setAccessibleText(messages.get("formula.text"));
    area.textProperty().addListener((_, _, text) -> typed(text));
    area.caretPositionProperty().addListener((_, _, caret) -> explain(caret));
    new ProposalPopup(ProposalField.of(area), this::propose, messages.get("completion.list"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    getChildren().add(box());
    model.trial().subscribe(this::show);
    model.outdated().subscribe(this::fade);
  }

  private VBox box() {
    title.getStyleClass().add("headline");
    signature.setId("formula-signature");
    signature.getStyleClass().addAll("help", "mono");
    signature.setWrapText(true);
    problems.setId("formula-problems");
    problems.getStyleClass().add("draft-problem");
    problems.setWrapText(true);
    problems.managedProperty().bind(problems.visibleProperty());
    var scroll = new VirtualizedScrollPane<>(area);
    code.getChildren().add(scroll);
    code.getStyleClass().add("code");
    VBox.setVgrow(rows, Priority.ALWAYS);
    var centre = new VBox(code, signature, problems, rows);
    centre.getStyleClass().add("draft");
    centre.setMinWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    var middle = new HBox(names, centre, functions);
    middle.getStyleClass().add("middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    var box = new VBox(title, middle, foot());
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    return box;
  }

  private HBox foot() {
    var hint = new Label(messages.get("formula.hint"));
    hint.getStyleClass().add("help");
    var cancel = new Button(messages.get("formula.cancel"));
    cancel.setId("formula-cancel");
    cancel.setOnAction(_ -> dismiss());
    var apply = new Button(messages.get("formula.apply"));
    apply.setId("formula-apply");
    apply.getStyleClass().add("accent");
    apply.setOnAction(_ -> apply());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(hint, space, cancel, apply);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  /** Edits a text. */
  public void open(CodePlace place) {
    appear();
    title.setText(messages.get("formula.title", place.label(), place.step()));
    names.show(place);
    boolean isExpression = place.language() == CodePlace.Language.EXPRESSION;
    functions.setVisible(isExpression);
    functions.setManaged(isExpression);
    code.setPrefHeight(isExpression ? EXPRESSION_HEIGHT : STATEMENT_HEIGHT);
    code.setMinHeight(Region.USE_PREF_SIZE);
    model.begin(place);
    area.replaceText(place.text());
    area.getUndoManager().forgetHistory();
    area.moveTo(isExpression ? area.getLength() : 0);
    area.requestFollowCaret();
    area.requestFocus();
  }

  @Override
  protected void dismiss() {
    model.end();
    close();
  }

  /** A list of proposals that is open has it. */
  @Override
  protected boolean takesEscapeFirst() {
    return !area.isFocused();
  }

  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      dismiss();
      event.consume();
    }
  }

  private void apply() {
    model.apply();
    close();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      apply();
      event.consume();
    }
  }

  private void insert(String written) {
    area.replaceSelection(written);
    area.requestFocus();
  }

  private void typed(String text) {
    model.place().get().ifPresent(place -> colours.apply(CodeLook.of(text, place)));
    if (isVisible()) {
      model.type(text);
    }
    explain(area.getCaretPosition());
  }

  private Proposals propose(String text, int caret) {
    return model
        .place()
        .get()
        .map(place -> new CodeProposals(place).at(text, caret))
        .orElse(Proposals.NONE);
  }

  private void explain(int caret) {
    Optional<CallHelp> call =
        model
            .place()
            .get()
            .filter(place -> place.language() == CodePlace.Language.EXPRESSION)
            .flatMap(_ -> CallHelp.at(area.getText(), caret));
    signature.setText(
        call.map(help ->
                help.ways().stream()
                    .map(FunctionDefinition::signature)
                    .distinct()
                    .collect(Collectors.joining("\n")))
            .orElse(""));
  }

  private void show(Trial trial) {
    problems.setText(String.join("\n", trial.problems()));
    problems.setVisible(!trial.problems().isEmpty());
    if (trial.problems().isEmpty()) {
      rows.show(trial.rows(), trial.column());
    }
    fade();
  }

  /** Rows of an earlier text are not to be taken for those of this one. */
  private void fade() {
    boolean isOld = model.outdated().get() || !model.trial().get().problems().isEmpty();
    rows.pseudoClassStateChanged(OUTDATED, isOld);
  }
}

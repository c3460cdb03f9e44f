package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.file.DelimiterGuess;
import io.qarion.core.file.RawText;
import io.qarion.core.problem.Problem;
import io.qarion.core.run.FileLook;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks what the program can't know: which sign parts the fields, which encoding the text has. */
final class QuestionBar extends FlowPane {

  private static final String DELIMITER = "delimiter";
  private static final String ENCODING = "encoding";
  private static final List<String> ENCODINGS = List.of("windows-1252", "utf-16", "iso-8859-15");

  private final ImportModel model;
  private final Messages messages;
  private final OptionFields fields;

  QuestionBar(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.fields = new OptionFields(model.plugins(), messages);
    setId("look-question");
    getStyleClass().add("question");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    model.look().subscribe(_ -> show());
    model.text().subscribe(_ -> show());
  }

  private void show() {
    List<Node> asked =
        switch (model.look().get()) {
          case Part.Waiting<FileLook> _ -> List.copyOf(getChildren());
          case Part.Found<FileLook>(FileLook look) -> ofOneColumn(look);
          case Part.Failed<FileLook>(List<Problem> problems) -> ofFailure(problems);
        };
    List<Node> shown = model.shown().get().isEmpty() ? List.of() : asked;
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    setVisible(!shown.isEmpty());
  }

  private List<Node> ofOneColumn(FileLook look) {
    boolean one = look.sniffed().detected().size() == 1 && has(DELIMITER) && !states(DELIMITER);
    if (!one) {
      return List.of();
    }
    List<Node> delimiters = delimiters();
    return question(
        messages.get(delimiters.isEmpty() ? "look.one-column" : "look.which-delimiter"),
        delimiters);
  }

  private List<Node> ofFailure(List<Problem> problems) {
    String code = problems.isEmpty() ? "" : problems.getFirst().code();
    return switch (code) {
      case "file.encoding" ->
          has(ENCODING)
              ? question(
                  messages.get("look.which-encoding"),
                  ENCODINGS.stream().<Node>map(each -> choice(ENCODING, each, each)).toList())
              : List.of();
      case "file.dialect" -> question(messages.get("look.which-delimiter"), delimiters());
      default -> List.of();
    };
  }

  private List<Node> delimiters() {
    Optional<RawText> text = model.text().get().known().flatMap(found -> found);
    return DelimiterGuess.of(text.map(RawText::lines).orElse(List.of())).stream()
        .<Node>map(guess ->
            choice(
                DELIMITER,
                guess.delimiter(),
                messages.get(
                    "look.delimiter", SignField.shown(guess.delimiter()), guess.columns())))
        .toList();
  }

  private boolean has(String option) {
    return model
        .shown()
        .get()
        .filter(now -> fields.declared(now).stream().anyMatch(one -> one.key().equals(option)))
        .isPresent();
  }

  private boolean states(String option) {
    return model
        .shown()
        .get()
        .filter(now -> now.load().settings().options().has(option))
        .isPresent();
  }

  private static List<Node> question(String words, List<Node> answers) {
    var line = new ArrayList<Node>();
    line.add(new FontIcon("fth-help-circle"));
    line.add(new Label(words));
    line.addAll(answers);
    return line;
  }

  private Button choice(String option, String value, String text) {
    var button = new Button(text);
    button.getStyleClass().addAll("small", "answer");
    button.setOnAction(_ -> model.set(option, new TomlValue.Text(value)));
    return button;
  }
}

package io.qarion.app.designer.form;

import io.qarion.app.designer.control.Delay;
import io.qarion.app.designer.control.ProposalField;
import io.qarion.app.designer.control.ProposalPopup;
import io.qarion.core.toml.TomlPath;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** One setting with its control. What is typed is taken after a short pause, and on leaving. */
public final class FieldView extends VBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final long PAUSE_MILLIS = 400;
  private static final int LINES = 8;

  private final BiConsumer<Field, String> changed;
  private final String enlargeText;
  private final Label label = new Label();
  private final Label problem = new Label();
  private final Button larger = new Button("", new FontIcon("fth-maximize-2"));
  private final Node control;
  private Field field;
  private Runnable refresh = () -> {};
  private Runnable renewProposals = () -> {};

  /**
   * Texts that all fields share.
   *
   * @param proposals what the list of proposals is called
   * @param enlarge what the button is called that edits code in the large; empty for no button
   */
  public record Words(String proposals, String enlarge) {}

  /**
   * @param changed takes a setting and its new value
   * @param enlarge edits code, with the text that it has now, in the large
   */
  public FieldView(
      Field field,
      BiConsumer<Field, String> changed,
      BiConsumer<Field, String> enlarge,
      Words words) {
    this.field = field;
    this.changed = changed;
    this.enlargeText = words.enlarge();
    getStyleClass().add("field");
    control = control();
    label.setLabelFor(control);
    label.getStyleClass().add("field-label");
    if (field.kind() == Field.Kind.FLAG || field.kind() == Field.Kind.NEW_ENTRY) {
      getChildren().add(control);
    } else if (field.isCode()
        && !enlargeText.isEmpty()
        && control instanceof TextInputControl code) {
      getChildren().addAll(codeHead(code, enlarge), control);
    } else {
      getChildren().addAll(label, control);
    }
    if (control instanceof TextField line) {
      proposeOnceFocused(line, words.proposals());
    }
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().add(problem);
    become();
    show(field);
  }

  private HBox codeHead(TextInputControl code, BiConsumer<Field, String> enlarge) {
    Runnable open = () -> enlarge.accept(field, code.getText());
    larger.setOnAction(_ -> open.run());
    larger.getStyleClass().addAll("flat", "enlarge");
    larger.setFocusTraversable(false);
    code.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.F4) {
            open.run();
            event.consume();
          }
        });
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var head = new HBox(label, larger);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** Most fields are only looked at, and need no list of proposals. */
  private void proposeOnceFocused(TextField line, String proposals) {
    var once = new Subscription[1];
    once[0] =
        line.focusedProperty()
            .subscribe((_, focused) -> {
              once[0].unsubscribe();
              var popup =
                  new ProposalPopup(
                      ProposalField.of(line),
                      (text, caret) -> FieldProposals.at(field, text, caret),
                      proposals);
              renewProposals = popup::renew;
            });
  }

  /** The id of the control of a setting. */
  public static String id(Field field) {
    return "field-" + idOf(field.path()) + (field.kind().isNew() ? "-new" : "");
  }

  /** A place in the text as part of an id. */
  public static String idOf(TomlPath path) {
    return path.toString().replaceAll("[^A-Za-z0-9_]+", "-");
  }

  /** Whether the user is at it. */
  public boolean isEdited() {
    return control.isFocused();
  }

  public String controlId() {
    return control.getId();
  }

  /** Shows a new value, unless the user is at it, or another setting of the same kind. */
  public void show(Field newField) {
    boolean other = !newField.isSameAs(field) || !newField.help().equals(field.help());
    boolean knowsMore = !newField.known().equals(field.known());
    field = newField;
    if (other) {
      become();
    }
    refresh.run();
    if (knowsMore) {
      renewProposals.run();
    }
    problem.setText(field.problem());
    problem.setVisible(!field.problem().isEmpty());
    control.pseudoClassStateChanged(INVALID, !field.problem().isEmpty());
  }

  /** Says what the setting is; nothing that was typed into another is left. */
  private void become() {
    control.setId(id(field));
    control.setAccessibleText(field.label());
    label.setText(field.label());
    Tooltip help = field.help().isEmpty() ? null : new Tooltip(field.help());
    label.setTooltip(help);
    larger.setId("enlarge-" + idOf(field.path()));
    larger.setAccessibleText(enlargeText);
    larger.setTooltip(new Tooltip(enlargeText));
    if (control instanceof CheckBox box) {
      box.setText(field.label());
      box.setTooltip(help);
    }
    if (control instanceof TextInputControl input && !input.isFocused()) {
      input.setText(field.text());
    }
  }

  private Node control() {
    return switch (field.kind()) {
      case TEXT, FILE, NUMBER, VALUE, LIST, COLUMN, COLUMNS, ORDER, PAIRS -> text(new TextField());
      case EXPRESSION -> code();
      case NEW_EXPRESSION, NEW_TYPE, NEW_NAME -> further();
      case LONG_TEXT -> longText();
      case FLAG -> flag();
      case CHOICE -> choice();
      case NEW_ENTRY -> furtherEntry();
    };
  }

  private TextField code() {
    var line = new TextField();
    line.getStyleClass().add("mono");
    return text(line);
  }

  /** Takes a name; the entry it makes has a field of its own then. */
  private TextField further() {
    var line = new TextField();
    refresh = () -> line.setPromptText(field.placeholder());
    line.setOnAction(_ -> {
      String name = line.getText();
      line.clear();
      if (!name.isBlank()) {
        changed.accept(field, name);
      }
    });
    return line;
  }

  /** Offers the kinds of a further entry, which has a form of its own then. */
  private MenuButton furtherEntry() {
    var button = new MenuButton();
    button.setGraphic(new FontIcon("fth-plus"));
    refresh =
        () -> {
          button.setText(field.label());
          List<String> shown = button.getItems().stream().map(MenuItem::getText).toList();
          List<String> words = field.known().words().stream().map(FieldMaker::label).toList();
          if (!shown.equals(words)) {
            button.getItems().setAll(field.known().words().stream().map(this::entry).toList());
          }
        };
    return button;
  }

  private MenuItem entry(String kind) {
    var item = new MenuItem(FieldMaker.label(kind));
    item.setOnAction(_ -> changed.accept(field, kind));
    return item;
  }

  private TextArea longText() {
    var area = new TextArea();
    area.getStyleClass().add("mono");
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    text(area);
    return area;
  }

  private <T extends TextInputControl> T text(T input) {
    var pause = new Delay(PAUSE_MILLIS);
    Runnable commit =
        () -> {
          pause.stop();
          boolean valid = FieldValues.isValid(field, input.getText());
          input.pseudoClassStateChanged(INVALID, !valid || !field.problem().isEmpty());
          if (valid && !input.getText().equals(field.text())) {
            changed.accept(field, input.getText());
          }
        };
    input
        .textProperty()
        .addListener((_, _, text) -> {
          input.pseudoClassStateChanged(INVALID, !FieldValues.isValid(field, text));
          if (input.isFocused()) {
            pause.restart(commit);
          }
        });
    input
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            commit.run();
          }
        });
    if (input instanceof TextField line) {
      line.setOnAction(_ -> commit.run());
    }
    refresh =
        () -> {
          input.setPromptText(field.placeholder());
          if (!input.isFocused() && !input.getText().equals(field.text())) {
            input.setText(field.text());
          }
        };
    return input;
  }

  private CheckBox flag() {
    var box = new CheckBox();
    box.setOnAction(_ -> changed.accept(field, Boolean.toString(box.isSelected())));
    refresh =
        () -> {
          box.setIndeterminate(field.shared().differing());
          box.setSelected(
              Boolean.parseBoolean(field.text().isEmpty() ? field.placeholder() : field.text()));
        };
    return box;
  }

  private ComboBox<String> choice() {
    var box = new ComboBox<String>();
    box.setMaxWidth(Double.MAX_VALUE);
    refresh =
        () -> {
          if (!box.getItems().equals(field.known().words())) {
            box.getItems().setAll(field.known().words());
          }
          box.setValue(field.text().isEmpty() ? field.placeholder() : field.text());
        };
    box.setOnAction(_ -> {
      String shownNow = field.text().isEmpty() ? field.placeholder() : field.text();
      if (box.getValue() != null && !box.getValue().equals(shownNow)) {
        changed.accept(field, box.getValue());
      }
    });
    return box;
  }
}

package io.qarion.app.designer.text;

import io.qarion.app.designer.control.CodeColours;
import io.qarion.app.designer.control.Delay;
import io.qarion.app.designer.control.ProposalField;
import io.qarion.app.designer.control.ProposalPopup;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.TextChange;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.javafx.FontIcon;

/** The flow's text: coloured, mistakes underlined, the same as the canvas both ways. */
public final class TomlTextView extends BorderPane {

  private static final long PAUSE_MILLIS = 300;

  private final TomlTextModel model;
  private final CodeArea area = new CodeArea();
  private final CodeColours colours = new CodeColours(area);
  private final Delay pause = new Delay(PAUSE_MILLIS);
  private boolean showing;

  public TomlTextView(TomlTextModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("panel", "toml");
    area.setId("toml-text");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    // Undo is the flow's, so that it covers forms and canvas too.
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setAccessibleText(messages.get("panel.text"));
    area.textProperty().addListener((_, _, _) -> typed());
    area.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take();
          }
        });
    model.text().subscribe(this::show);
    model.mistakes().subscribe(_ -> mark());
    setCenter(new VirtualizedScrollPane<>(area));
    setBottom(mistakeBar());
    new ProposalPopup(new OwnEdits(), model::propose, messages.get("completion.list"));
  }

  private HBox mistakeBar() {
    var text = new Label();
    text.setId("toml-mistake");
    text.setWrapText(true);
    text.textProperty().bind(model.firstMistake());
    var bar = new HBox(new FontIcon("fth-alert-circle"), text);
    bar.getStyleClass().add("failure-bar");
    bar.visibleProperty().bind(model.firstMistake().isNotEmpty());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private void typed() {
    colour();
    if (!showing) {
      pause.restart(this::take);
    }
  }

  private void take() {
    pause.stop();
    model.type(area.getText());
  }

  /**
   * Shows a text from elsewhere; the caret stays where it is as far as it can. Only what has
   * changed is replaced, since each new line is drawn anew.
   */
  private void show(String newText) {
    // An area knows one kind of line end only.
    String text = newText.replace("\r\n", "\n").replace('\r', '\n');
    if (text.equals(area.getText())) {
      return;
    }
    showing = true;
    boolean first = area.getLength() == 0;
    int caret = Math.min(area.getCaretPosition(), text.length());
    TextChange change = TextChange.between(area.getText(), text);
    int end = change.offset() + change.removed().length();
    area.replaceText(change.offset(), end, change.inserted());
    area.moveTo(caret);
    if (first) {
      area.showParagraphAtTop(0);
    }
    showing = false;
  }

  private void mark() {
    colour();
    if (area.isFocused()) {
      // The bar with the mistake makes the area lower, which takes it to its top.
      Platform.runLater(area::requestFollowCaret);
    }
  }

  private void colour() {
    colours.apply(TomlHighlighter.styles(area.getText(), model.mistakes().get()));
  }

  /** Makes what is taken from proposals an edit of its own, whatever was typed just before. */
  private final class OwnEdits implements ProposalField {

    private final ProposalField plain = ProposalField.of(area);

    @Override
    public Node node() {
      return plain.node();
    }

    @Override
    public String text() {
      return plain.text();
    }

    @Override
    public ObservableValue<? extends Number> caret() {
      return plain.caret();
    }

    @Override
    public void replace(int from, int to, String by) {
      take();
      plain.replace(from, to, by);
      take();
    }

    @Override
    public Optional<Point2D> belowCaret() {
      return plain.belowCaret();
    }
  }
}

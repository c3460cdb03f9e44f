package io.qarion.app.designer.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.CodeArea;

/** A text that is edited and that proposals are made for, whatever control it stands in. */
public interface ProposalField {

  /** The control that has the focus while the text is edited. */
  Node node();

  String text();

  ObservableValue<? extends Number> caret();

  /** Replaces a part of the text; the caret stands after it then. */
  void replace(int from, int to, String by);

  /** The point below the caret, on the screen; empty while the caret is out of sight. */
  Optional<Point2D> belowCaret();

  /** A text field or text area. */
  static ProposalField of(TextInputControl control) {
    return new InputField(control);
  }

  /** An area with styled text. */
  static ProposalField of(CodeArea area) {
    return new AreaField(area);
  }

  /** Reads and writes a control of the toolkit. */
  record InputField(TextInputControl node) implements ProposalField {

    @Override
    public String text() {
      return node.getText();
    }

    @Override
    public ObservableValue<? extends Number> caret() {
      return node.caretPositionProperty();
    }

    @Override
    public void replace(int from, int to, String by) {
      node.replaceText(from, to, by);
    }

    @Override
    public Optional<Point2D> belowCaret() {
      return Optional.ofNullable(node.getInputMethodRequests())
          .map(requests -> requests.getTextLocation(0));
    }
  }

  /** Reads and writes an area with styled text. */
  record AreaField(CodeArea node) implements ProposalField {

    @Override
    public String text() {
      return node.getText();
    }

    @Override
    public ObservableValue<? extends Number> caret() {
      return node.caretPositionProperty();
    }

    @Override
    public void replace(int from, int to, String by) {
      node.replaceText(from, to, by);
    }

    @Override
    public Optional<Point2D> belowCaret() {
      return node.getCaretBounds().map(bounds -> new Point2D(bounds.getMinX(), bounds.getMaxY()));
    }
  }
}

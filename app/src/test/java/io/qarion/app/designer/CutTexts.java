package io.qarion.app.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Finds words of the window that have less room than they need. */
final class CutTexts {

  /** Style classes of what shows names and values of the user, which may be of any length. */
  private static final Set<String> OF_THE_USER =
      Set.of("project-name", "node-card", "table-cell", "tree-cell", "headline", "mono");

  private CutTexts() {}

  /** What is cut in a part of the window, each with what is left of it. */
  static List<String> in(Node part) {
    var found = new ArrayList<String>();
    add(part, found);
    return found;
  }

  private static void add(Node part, List<String> found) {
    if (!part.isVisible() || part.getStyleClass().stream().anyMatch(OF_THE_USER::contains)) {
      return;
    }
    switch (part) {
      case Labeled labeled -> cut(labeled).ifPresent(found::add);
      case TextInputControl field -> cut(field).ifPresent(found::add);
      default -> {}
    }
    if (part instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> add(child, found));
    }
  }

  private static Optional<String> cut(Labeled labeled) {
    String text = Objects.requireNonNullElse(labeled.getText(), "");
    String whole = labeled.isMnemonicParsing() ? text.replaceFirst("_", "") : text;
    return labeled.getChildrenUnmodifiable().stream()
        .filter(child -> child.getStyleClass().contains("text"))
        .map(child -> ((Text) child).getText())
        .filter(shown -> !shown.equals(whole))
        .map(shown -> "'" + whole + "' is cut to '" + shown + "'")
        .findFirst();
  }

  /** Of a field that is empty, whose prompt is cut without a sign. */
  private static Optional<String> cut(TextInputControl field) {
    var prompt = new Text(field.getPromptText());
    prompt.setFont(field.getFont());
    double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
    return field.getText().isEmpty() && prompt.getLayoutBounds().getWidth() > room
        ? Optional.of("'" + field.getPromptText() + "' is wider than its field")
        : Optional.empty();
  }
}

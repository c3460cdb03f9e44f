package io.qarion.app.designer.inspector;

import io.qarion.app.designer.control.SeveritySign;
import io.qarion.app.designer.control.ShareBar;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.Severity;
import io.qarion.core.run.JoinInsight;
import io.qarion.core.run.JoinReport;
import io.qarion.core.run.KeySuggestion;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What a join will do, below its settings, and keys that would fit. */
final class JoinPart extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final JoinWatch joins;
  private final Messages messages;
  private final JoinTexts texts;
  private final Label title;
  private Optional<RulePlace> shown = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  JoinPart(JoinWatch joins, Messages messages) {
    this.joins = joins;
    this.messages = messages;
    this.texts = new JoinTexts(messages);
    getStyleClass().add("join-part");
    title = new Label(messages.get("join.title"));
    title.getStyleClass().add("join-title");
    // What is not in the window any more must not go on listening.
    sceneProperty().subscribe(_ -> follow());
  }

  /** Shows another join. */
  void show(RulePlace place) {
    setId("join-" + place.index());
    shown = Optional.of(place);
    follow();
  }

  private void follow() {
    subscription.unsubscribe();
    subscription =
        shown
            .filter(_ -> getScene() != null)
            .map(place -> joins.at(place).subscribe(state -> show(place, state)))
            .orElse(Subscription.EMPTY);
  }

  private void show(RulePlace place, JoinState state) {
    pseudoClassStateChanged(STALE, state instanceof JoinState.Known known && known.stale());
    getChildren().setAll(title);
    switch (state) {
      case JoinState.Silent(JoinState.Silence reason) -> say(texts.silence(reason), "muted");
      case JoinState.Waiting _ -> say(messages.get("join.waiting"), "muted");
      case JoinState.Failed(List<Problem> reasons) -> say(texts.failure(reasons), "join-failure");
      case JoinState.Known(JoinReport report, _) -> show(place, report);
    }
  }

  private void show(RulePlace place, JoinReport report) {
    report
        .insight()
        .ifPresentOrElse(
            insight -> {
              String right = place.joined().orElse("");
              String left = joins.leftName(place).orElse(messages.get("join.left"));
              getChildren()
                  .addAll(
                      side("left", left, insight.left()),
                      side("right", right, insight.right()),
                      result(insight, right));
            },
            () -> say(messages.get("join.unclear"), "muted"));
    if (!report.suggestions().isEmpty()) {
      getChildren().add(keys(place, report.suggestions()));
    }
  }

  private Node side(String id, String name, JoinInsight.Side side) {
    var heading = new Label(name);
    heading.getStyleClass().add("side-name");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    var matched = new Label(texts.matched(side));
    matched.setId(getId() + "-" + id);
    matched.getStyleClass().add("muted");
    matched.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(heading, matched);
    line.getStyleClass().add("side-line");
    var box = new VBox(line);
    box.getStyleClass().add("join-side");
    side.matched()
        .ifPresent(rows -> {
          var bar = new ShareBar(side.rows() == 0 ? 0 : rows / (double) side.rows());
          bar.setAccessibleText(name + ": " + texts.matched(side));
          box.getChildren().add(bar);
        });
    for (String note : texts.notes(side)) {
      var words = words(note, "muted");
      words.getStyleClass().add("join-note");
      if (!side.unmatched().isEmpty()) {
        words.setTooltip(
            new Tooltip(messages.get("join.alone.keys", texts.keys(side.unmatched()))));
      }
      box.getChildren().add(words);
    }
    return box;
  }

  private Node result(JoinInsight insight, String right) {
    var words =
        words(texts.result(insight, right), insight.growsMuch() ? "join-warning" : "join-result");
    words.setId(getId() + "-result");
    if (!insight.growsMuch()) {
      return words;
    }
    var sign = new SeveritySign();
    sign.show(Severity.WARNING);
    var line = new HBox(sign, words);
    line.getStyleClass().add("warning-line");
    return line;
  }

  private Node keys(RulePlace place, List<KeySuggestion> suggestions) {
    var heading = new Label(messages.get("join.keys"));
    heading.getStyleClass().add("side-name");
    var box = new VBox(heading);
    box.getStyleClass().add("join-keys");
    for (int i = 0; i < suggestions.size(); i++) {
      KeySuggestion key = suggestions.get(i);
      var link = new Hyperlink(texts.suggestion(key));
      link.setId(getId() + "-key-" + i);
      link.setTooltip(
          new Tooltip(messages.get("join.key.take", key.pair().left(), key.pair().right())));
      link.setOnAction(_ -> joins.take(place, key.pair()));
      box.getChildren().add(link);
    }
    return box;
  }

  private void say(String text, String style) {
    var words = words(text, style);
    words.setId(getId() + "-words");
    getChildren().add(words);
  }

  private static Label words(String text, String style) {
    var words = new Label(text);
    words.getStyleClass().add(style);
    words.setWrapText(true);
    return words;
  }
}

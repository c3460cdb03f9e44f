package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.LineageWatch;
import io.qarion.core.lineage.ColumnTrace;
import io.qarion.core.lineage.Derivation;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says which column is followed on the canvas, and ends it. */
final class TraceBar extends HBox {

  private final LineageWatch watch;
  private final Messages messages;
  private final Label words = new Label();

  /**
   * @param open shows the column in the lineage of the whole project
   */
  TraceBar(LineageWatch watch, Runnable open, Messages messages) {
    this.watch = watch;
    this.messages = messages;
    setId("trace-bar");
    getStyleClass().add("trace-bar");
    setAlignment(Pos.CENTER_LEFT);
    var whole = new Button(messages.get("trace.open"));
    whole.setId("trace-open");
    whole.getStyleClass().addAll("flat", "small");
    whole.setOnAction(_ -> open.run());
    var close = new Button("", new FontIcon("fth-x"));
    close.setId("trace-close");
    close.getStyleClass().addAll("button-icon", "flat", "small");
    close.setAccessibleText(messages.get("trace.close"));
    close.setOnAction(_ -> watch.column().set(Optional.empty()));
    getChildren().addAll(new FontIcon("fth-git-commit"), words, whole, close);
    visibleProperty().bind(watch.column().map(Optional::isPresent));
    watch.column().subscribe(this::show);
    watch.trace().subscribe(this::show);
  }

  private void show() {
    String column = watch.column().get().map(Object::toString).orElse("");
    words.setText(watch.trace().get().map(trace -> text(column, trace)).orElse(column));
  }

  private String text(String column, ColumnTrace trace) {
    return messages.get("trace.of", column, steps(trace.before()), steps(trace.after()));
  }

  private static long steps(List<Derivation> derivations) {
    return derivations.stream().map(Derivation::step).distinct().count();
  }
}

package io.qarion.app.designer.notice;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A bar for each notice, on top of the flow; nothing where there is none. */
public final class NoticeBars extends VBox {

  private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

  public NoticeBars(NoticeModel model) {
    setId("notices");
    setMinHeight(USE_PREF_SIZE);
    model
        .notices()
        .subscribe(notices -> getChildren().setAll(notices.stream().map(NoticeBars::bar).toList()));
  }

  private static Node bar(Notice notice) {
    var text = new Label(notice.text());
    text.setId("notice-" + notice.id());
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var space = new Region();
    var bar = new HBox(new FontIcon(notice.icon()), text, space);
    HBox.setHgrow(space, Priority.ALWAYS);
    for (Notice.Choice choice : notice.choices()) {
      var button = new Button(choice.title());
      button.setId("notice-" + notice.id() + "-" + choice.id());
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> choice.action().run());
      bar.getChildren().add(button);
    }
    bar.getStyleClass().add("notice-bar");
    bar.pseudoClassStateChanged(URGENT, notice.urgent());
    bar.setAccessibleText(notice.text());
    return bar;
  }
}

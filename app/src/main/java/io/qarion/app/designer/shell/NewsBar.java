package io.qarion.app.designer.shell;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.News;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what was done last, and lets it be taken back. */
final class NewsBar extends HBox {

  NewsBar(DesignerSession session, Messages messages) {
    setId("news-bar");
    getStyleClass().add("news-bar");
    var text = new Label();
    text.setId("notice");
    text.textProperty().bind(session.news().map(shown -> shown.map(News::text).orElse("")));
    var offer = new Button();
    offer.setId("notice-offer");
    offer.getStyleClass().addAll("flat", "accent");
    offer
        .textProperty()
        .bind(
            session
                .news()
                .map(shown -> shown.flatMap(News::offer).map(News.Offer::title).orElse("")));
    offer
        .visibleProperty()
        .bind(session.news().map(shown -> shown.flatMap(News::offer).isPresent()));
    offer.managedProperty().bind(offer.visibleProperty());
    offer.setOnAction(_ -> take(session));
    var close = new Button("", new FontIcon("fth-x"));
    close.setId("notice-close");
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText(messages.get("failure.close"));
    close.setOnAction(_ -> session.newsSeen());
    var space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(new FontIcon("fth-info"), text, offer, space, close);
    visibleProperty().bind(session.news().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
  }

  /** Once only: the notice goes away with it. */
  private static void take(DesignerSession session) {
    Optional<News.Offer> offer = session.news().get().flatMap(News::offer);
    session.newsSeen();
    offer.ifPresent(taken -> taken.handler().run());
  }
}

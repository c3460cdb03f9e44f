package io.qarion.app.designer.shell;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.Notice;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what was done last, and lets it be taken back. */
final class NoticeBar extends HBox {

  NoticeBar(DesignerSession session, Messages messages) {
    setId("notice-bar");
    getStyleClass().add("notice-bar");
    var text = new Label();
    text.setId("notice");
    text.textProperty().bind(session.notice().map(shown -> shown.map(Notice::text).orElse("")));
    var offer = new Button();
    offer.setId("notice-offer");
    offer.getStyleClass().addAll("flat", "accent");
    offer
        .textProperty()
        .bind(
            session
                .notice()
                .map(shown -> shown.flatMap(Notice::offer).map(Notice.Offer::title).orElse("")));
    offer
        .visibleProperty()
        .bind(session.notice().map(shown -> shown.flatMap(Notice::offer).isPresent()));
    offer.managedProperty().bind(offer.visibleProperty());
    offer.setOnAction(_ -> take(session));
    var close = new Button("", new FontIcon("fth-x"));
    close.setId("notice-close");
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText(messages.get("failure.close"));
    close.setOnAction(_ -> session.noticeSeen());
    var space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(new FontIcon("fth-info"), text, offer, space, close);
    visibleProperty().bind(session.notice().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
  }

  /** Once only: the notice goes away with it. */
  private static void take(DesignerSession session) {
    Optional<Notice.Offer> offer = session.notice().get().flatMap(Notice::offer);
    session.noticeSeen();
    offer.ifPresent(taken -> taken.handler().run());
  }
}

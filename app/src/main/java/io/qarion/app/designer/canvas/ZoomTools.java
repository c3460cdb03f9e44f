package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How large the canvas is shown, and buttons that change it. */
final class ZoomTools extends HBox {

  private static final double STEP = 1.25;

  ZoomTools(CanvasModel model, CanvasView view, Messages messages) {
    setId("zoom-tools");
    getStyleClass().add("zoom-tools");
    setAlignment(Pos.CENTER);
    var share = new Label();
    share.setId("zoom-share");
    share.getStyleClass().add("zoom-share");
    share
        .textProperty()
        .bind(
            model
                .viewport()
                .map(now -> messages.get("canvas.zoom", Math.round(now.scale() * 100))));
    getChildren()
        .addAll(
            button(
                "zoom-less",
                "fth-minus",
                messages.get("action.view.zoom-out"),
                () -> zoom(model, view, 1 / STEP)),
            share,
            button(
                "zoom-more",
                "fth-plus",
                messages.get("action.view.zoom-in"),
                () -> zoom(model, view, STEP)),
            button(
                "zoom-fit",
                "fth-maximize",
                messages.get("action.view.fit"),
                () -> model.fit(view.getWidth(), view.getHeight())));
    // What is pressed here is none of the canvas's gestures.
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
  }

  private static void zoom(CanvasModel model, CanvasView view, double factor) {
    model
        .viewport()
        .set(model.viewport().get().zoomed(factor, view.getWidth() / 2, view.getHeight() / 2));
  }

  private static Button button(String id, String icon, String title, Runnable work) {
    var button = new Button();
    button.setId(id);
    button.getStyleClass().addAll("flat", "small");
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(title));
    button.setAccessibleText(title);
    button.setFocusTraversable(false);
    button.setOnAction(_ -> work.run());
    return button;
  }
}

package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.picture.SvgColors;
import io.qarion.app.designer.picture.SvgDrawing;
import io.qarion.app.designer.picture.SvgWriter;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.TaskId;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;

/**
 * A canvas that nobody sees, for a picture: it shows part after part of a flow, and each is drawn
 * as the window would. To be used in the window's thread.
 */
final class PictureCanvas {

  private final CanvasModel model = new CanvasModel();
  private final CanvasView view;
  private final Set<String> drawnGround = new HashSet<>();
  private final Set<TaskId> drawnCards = new HashSet<>();
  private final Set<CanvasEdge> drawnEdges = new HashSet<>();

  PictureCanvas(ShownFlow flow, Icons icons, Messages messages, Theme theme) {
    model.show(flow.graph());
    model.stale().set(flow.stale());
    view = new CanvasView(model, icons, messages);
    view.showStates(flow::state);
    // A scene that was given no size would take that of what is in it.
    theme.dressOnce(new Scene(view, 1, 1));
    view.applyCss();
  }

  /** The colour that all lies on, for SVG. */
  String ground() {
    return SvgColors.hex(paint()).orElse("none");
  }

  private Paint paint() {
    return view.getBackground().getFills().stream()
        .map(BackgroundFill::getFill)
        .findFirst()
        .orElse(Color.WHITE);
  }

  /**
   * Draws a part as pixels.
   *
   * @param scale pixels for each unit of the canvas
   * @param width in pixels
   * @param height in pixels
   */
  WritableImage pixels(double x, double y, double scale, int width, int height) {
    show(x, y, width / scale, height / scale);
    var parameters = new SnapshotParameters();
    parameters.setFill(paint());
    parameters.setTransform(new Scale(scale, scale));
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    return view.content().snapshot(parameters, new WritableImage(width, height));
  }

  /** Writes what of an area was not written before: what lies under all, edges, and cards. */
  void vectors(Bounds area, SvgWriter ground, SvgWriter edges, SvgWriter cards) {
    show(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    view.applyCss();
    view.layout();
    for (GroupFrame frame : view.ground().frames()) {
      ground(ground, "data-group", frame.group().id(), frame);
    }
    for (NoteView note : view.ground().notes()) {
      ground(ground, "data-note", note.note().id(), note);
    }
    for (EdgeView edge : view.shownEdges()) {
      if (drawnEdges.add(edge.edge())) {
        edges.begin("g", "data-from", edge.edge().from(), "data-to", edge.edge().to());
        new SvgDrawing(edges).draw(edge);
        edges.end();
      }
    }
    for (NodeCard card : view.shownCards()) {
      if (drawnCards.add(card.node().id())) {
        cards.begin("g", "data-step", card.node().id());
        // What the card has no room for is read out and shown as a hint.
        cards.words("title", card.getAccessibleText());
        new SvgDrawing(cards).draw(card);
        cards.end();
      }
    }
  }

  private void ground(SvgWriter svg, String kind, String id, Region drawn) {
    if (drawnGround.add(kind + id)) {
      svg.begin("g", kind, id);
      svg.words("title", drawn.getAccessibleText());
      new SvgDrawing(svg).draw(drawn);
      svg.end();
    }
  }

  private void show(double x, double y, double width, double height) {
    view.resize(width, height);
    model.viewport().set(Viewport.WHOLE_SIZE.panned(-x, -y));
  }
}

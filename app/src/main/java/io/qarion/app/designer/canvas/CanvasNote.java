package io.qarion.app.designer.canvas;

import io.qarion.core.edit.FlowNote;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** A note where it lies. */
public record CanvasNote(FlowNote note) {

  String id() {
    return note.id();
  }

  Bounds bounds() {
    FlowNote.Area area = note.area();
    return new BoundingBox(area.x(), area.y(), area.width(), area.height());
  }

  /** The lower right corner, by which it is made larger. */
  Point2D corner() {
    return new Point2D(bounds().getMaxX(), bounds().getMaxY());
  }

  CanvasNote at(FlowNote.Area area) {
    return new CanvasNote(new FlowNote(note.id(), note.text(), area, note.colour()));
  }

  /** Where it lies when its corner is at a point of the grid. */
  FlowNote.Area moved(double x, double y) {
    Point2D place = GraphLayout.snapped(x, y);
    FlowNote.Area area = note.area();
    return new FlowNote.Area(
        Math.round(place.getX()), Math.round(place.getY()), area.width(), area.height());
  }

  /** Where it lies when it is this large, along the grid. */
  FlowNote.Area sized(double width, double height) {
    Point2D size = GraphLayout.snapped(width, height);
    FlowNote.Area area = note.area();
    return new FlowNote.Area(area.x(), area.y(), Math.round(size.getX()), Math.round(size.getY()));
  }
}

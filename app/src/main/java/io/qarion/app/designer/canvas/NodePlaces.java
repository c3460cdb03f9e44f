package io.qarion.app.designer.canvas;

import io.qarion.core.edit.StepGeometry;
import io.qarion.core.edit.StepGeometry.Place;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Point2D;

/** Where a user has put cards, as points of the canvas. */
final class NodePlaces {

  private NodePlaces() {}

  static Map<TaskId, Point2D> read(TomlDocument document) {
    Map<TaskId, Point2D> places = new LinkedHashMap<>();
    StepGeometry.places(document)
        .forEach((step, place) -> places.put(step, new Point2D(place.x(), place.y())));
    return places;
  }

  static TomlDocument write(TomlDocument document, Map<TaskId, Point2D> places) {
    TomlDocument written = document;
    for (var entry : places.entrySet()) {
      Point2D point = entry.getValue();
      written = StepGeometry.put(written, entry.getKey(), new Place(point.getX(), point.getY()));
    }
    return written;
  }
}

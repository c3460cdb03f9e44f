package io.qarion.app.designer.theme;

import io.qarion.icons.IconSet;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** Draws the icons of kinds of things; looks come from the style class {@code kind-icon}. */
public final class Icons {

  private static final double GRID = 24;

  private final IconSet set;

  public Icons(IconSet set) {
    this.set = set;
  }

  /**
   * An icon in a square.
   *
   * @param key such as {@code ingestion}; an unknown one gives the sign of a flow
   * @param size in pixels
   */
  public Node kind(String key, double size) {
    var path = new SVGPath();
    path.setContent(set.path(key).or(() -> set.path("flow")).orElse(""));
    path.getStyleClass().add("kind-icon");
    path.getTransforms().add(new Scale(size / GRID, size / GRID));
    path.setManaged(false);
    var box = new StackPane(path);
    box.setMinSize(size, size);
    box.setPrefSize(size, size);
    box.setMaxSize(size, size);
    box.setMouseTransparent(true);
    return box;
  }
}

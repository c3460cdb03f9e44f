package io.qarion.app.designer;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** Writes what a scene shows into a PNG file. */
final class Pictures {

  private Pictures() {}

  /**
   * @param popups scenes of windows over that of the scene, in their order
   */
  static void write(Scene scene, List<Scene> popups, Path file) throws IOException {
    BufferedImage picture = image(scene.snapshot(null));
    var parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    for (Scene popup : popups) {
      Node root = popup.getRoot();
      Bounds place = root.localToScreen(root.getBoundsInLocal());
      double x = place.getMinX() - scene.getWindow().getX() - scene.getX();
      double y = place.getMinY() - scene.getWindow().getY() - scene.getY();
      Graphics2D graphics = picture.createGraphics();
      BufferedImage image = image(root.snapshot(parameters, null));
      graphics.drawImage(image, (int) Math.round(x), (int) Math.round(y), null);
      graphics.dispose();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(picture, "png", file.toFile());
  }

  private static BufferedImage image(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }
}

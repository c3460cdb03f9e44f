package io.qarion.app.designer.picture;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** Colours as every reader of SVG knows them. The looks have no other paints. */
public final class SvgColors {

  private SvgColors() {}

  /** As {@code #rrggbb}; empty for nothing that can be seen. */
  public static Optional<String> hex(@Nullable Paint paint) {
    return color(paint).map(color -> "#" + color.toString().substring(2, 8));
  }

  /** How much covers what is below; empty for all. */
  static Optional<Double> opacity(@Nullable Paint paint) {
    return color(paint).filter(color -> !color.isOpaque()).map(Color::getOpacity);
  }

  private static Optional<Color> color(@Nullable Paint paint) {
    return Optional.ofNullable(paint)
        .map(Color.class::cast)
        .filter(color -> color.getOpacity() > 0);
  }
}

package io.qarion.core.edit;

import java.util.Locale;
import java.util.Optional;

/**
 * Words beside the steps of a flow, at a place on its canvas.
 *
 * @param id by which the file tells it from the others
 */
public record FlowNote(String id, String text, Area area, Colour colour) {

  /** Where it lies, in units of the canvas. */
  public record Area(long x, long y, long width, long height) {

    public Area {
      width = Math.max(LEAST_WIDTH, width);
      height = Math.max(LEAST_HEIGHT, height);
    }
  }

  /** What is smaller than this can't be read or taken hold of. */
  public static final long LEAST_WIDTH = 80;

  public static final long LEAST_HEIGHT = 40;

  /** What it lies on; each looks its own way in light and dark. */
  public enum Colour {
    YELLOW,
    BLUE,
    GREEN,
    RED,
    GREY;

    /** As files write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The colour of that name, if there is one. */
    static Optional<Colour> of(String text) {
      for (Colour colour : values()) {
        if (colour.text().equals(text)) {
          return Optional.of(colour);
        }
      }
      return Optional.empty();
    }
  }
}

package io.qarion.app.designer.picture;

import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Writes words of a scene so that they stay words that can be searched and copied. */
final class SvgTexts {

  private static final String FALL_BACKS =
      ", system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
  private static final String SEMI_BOLD = " Semi Bold";

  private SvgTexts() {}

  /**
   * @param transform of the text's own coordinates; empty for none
   */
  static void write(SvgWriter svg, Text text, Optional<String> transform) {
    Optional<String> fill = SvgColors.hex(text.getFill());
    if (text.getText().isBlank() || fill.isEmpty()) {
      return;
    }
    Font font = text.getFont();
    boolean bold = font.getFamily().endsWith(SEMI_BOLD);
    svg.words(
        "text",
        text.getText(),
        "transform",
        transform,
        "x",
        text.getLayoutBounds().getMinX(),
        "y",
        text.getLayoutBounds().getMinY() + text.getBaselineOffset(),
        "font-family",
        "'" + font.getFamily().replace(SEMI_BOLD, "") + "'" + FALL_BACKS,
        "font-size",
        font.getSize(),
        "font-weight",
        bold ? "600" : Optional.empty(),
        "fill",
        fill,
        "fill-opacity",
        SvgColors.opacity(text.getFill()),
        // Another font may be wider; what follows the words stays where it is all the same.
        "textLength",
        text.getLayoutBounds().getWidth(),
        "lengthAdjust",
        "spacingAndGlyphs",
        "xml:space",
        "preserve");
  }
}

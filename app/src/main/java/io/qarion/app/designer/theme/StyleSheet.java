package io.qarion.app.designer.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** A style sheet with the lengths that have to grow with its text. */
final class StyleSheet {

  private static final Pattern LENGTH =
      Pattern.compile(
          "(-fx-(?:font-size|icon-size|cell-size|fixed-cell-size|size):\\s*)(\\d+(?:\\.\\d+)?)");

  private StyleSheet() {}

  /** Where JavaFX finds the sheet in this size. */
  static String address(URL sheet, TextSize size) {
    if (size.equals(TextSize.NORMAL)) {
      return sheet.toExternalForm();
    }
    try (InputStream in = sheet.openStream()) {
      String scaled = scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8), size);
      return "data:text/css;charset=UTF-8;base64,"
          + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text, its icons and the rows that it stands in; what is between them stays. */
  static String scaled(String css, TextSize size) {
    return LENGTH
        .matcher(css)
        .replaceAll(found ->
            found.group(1)
                + String.format(
                    Locale.ROOT,
                    "%.2f",
                    Double.parseDouble(found.group(2)) * size.percent() / 100));
  }
}

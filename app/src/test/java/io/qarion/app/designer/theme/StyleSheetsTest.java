package io.qarion.app.designer.theme;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetsTest {

  private static final double TEXT = 4.5;
  private static final double SIGN = 3;
  private static final double MUCH = 7;

  /** Each pair of colours that words or signs are drawn with. */
  @ParameterizedTest
  @CsvSource({
    "-color-fg-default, -color-bg-default",
    "-color-fg-default, -color-bg-subtle",
    "-color-fg-default, -color-bg-inset",
    "-color-fg-muted, -color-bg-default",
    "-color-fg-muted, -color-bg-subtle",
    "-color-fg-muted, -color-bg-inset",
    "-color-accent-fg, -color-bg-default",
    "-color-success-fg, -color-bg-default",
    "-color-warning-fg, -color-bg-default",
    "-color-danger-fg, -color-bg-default",
    "-color-danger-fg, -color-bg-subtle",
    "-color-warning-fg, -color-bg-subtle",
    "-color-accent-fg, -color-bg-subtle",
  })
  void wordsCanBeReadInLightAndDark(String words, String ground) throws IOException {
    for (String sheet : sheets()) {
      assertThat(contrast(colour(sheet, words), colour(sheet, ground)))
          .as(words + " on " + ground)
          .isGreaterThanOrEqualTo(TEXT);
    }
  }

  /** The theme with much contrast goes further. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-color-fg-default",
        "-color-fg-muted",
        "-color-fg-subtle",
        "-color-accent-fg",
        "-color-success-fg",
        "-color-warning-fg",
        "-color-danger-fg",
        "-color-border-default",
        "-color-accent-emphasis"
      })
  void withMuchContrastEverythingIsPlain(String colour) throws IOException {
    String sheet = read(StyleSheetsTest.class.getResourceAsStream("contrast.css"));
    for (String ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset")) {
      assertThat(contrast(colour(sheet, colour), colour(sheet, ground)))
          .as(colour + " on " + ground)
          .isGreaterThanOrEqualTo(MUCH);
    }
    assertThat(
            contrast(colour(sheet, "-color-fg-emphasis"), colour(sheet, "-color-accent-emphasis")))
        .isGreaterThanOrEqualTo(MUCH);
  }

  @ParameterizedTest
  @CsvSource({
    "-color-neutral-emphasis, -color-bg-default",
    "-color-accent-emphasis, -color-bg-default",
    "-color-success-emphasis, -color-bg-default",
    "-color-danger-emphasis, -color-bg-subtle",
  })
  void signsCanBeSeenInLightAndDark(String sign, String ground) throws IOException {
    for (String sheet : sheets()) {
      assertThat(contrast(colour(sheet, sign), colour(sheet, ground)))
          .as(sign + " on " + ground)
          .isGreaterThanOrEqualTo(SIGN);
    }
  }

  @Test
  void coloursComeFromTheThemeOnly() throws IOException {
    for (String sheet :
        List.of(
            "designer.css",
            "canvas.css",
            "panels.css",
            "explorer.css",
            "text.css",
            "join.css",
            "lineage.css",
            "formula.css")) {
      assertThat(read(StyleSheetsTest.class.getResourceAsStream(sheet)))
          .as(sheet)
          .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b")
          .doesNotContainPattern("rgba?\\(");
    }
  }

  private static List<String> sheets() throws IOException {
    return List.of(
        read(PrimerLight.class.getResourceAsStream("primer-light.css")),
        read(PrimerDark.class.getResourceAsStream("primer-dark.css")));
  }

  private static String read(@Nullable InputStream stream) throws IOException {
    try (InputStream in = Objects.requireNonNull(stream)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int colour(String sheet, String name) {
    Matcher matcher = Pattern.compile(name + ":\\s*#([0-9a-fA-F]{6})").matcher(sheet);
    assertThat(matcher.find()).as(name).isTrue();
    return Integer.parseInt(matcher.group(1).toLowerCase(Locale.ROOT), 16);
  }

  /** As the web's guidelines for access compute it. */
  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * part(colour >> 16) + 0.7152 * part(colour >> 8) + 0.0722 * part(colour);
  }

  private static double part(int colour) {
    double share = (colour & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}

package io.qarion.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconSetTest {

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern COMMAND = Pattern.compile("[MmLlHhVvCcAaZz]");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static Iterable<String> keys() {
    return IconSet.standard().keys();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ingestion", "transformation", "quality_check", "export", "relay", "flow"})
  void everyKindOfStepHasAnIcon(String kind) {
    assertThat(IconSet.standard().path(kind)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyPathBeginsWithAMoveAndStaysOnItsGrid(String key) {
    String path = IconSet.standard().path(key).orElseThrow();

    assertThat(path).startsWith("M");
    for (String part : SPACE.splitAsStream(path).toList()) {
      String number = COMMAND.matcher(part).replaceAll("");
      if (!number.isEmpty()) {
        assertThat(number).matches(NUMBER);
        assertThat(Double.parseDouble(number)).isBetween(-12.0, 24.0);
      }
    }
  }

  @Test
  void hasNothingForAKeyNobodyDrew() {
    assertThat(IconSet.standard().path("unknown")).isEmpty();
  }
}

package io.qarion.app.designer.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemContrastTest {

  @Test
  void eachSystemSaysItsOwnWay() {
    assertThat(SystemContrast.isAskedFor(Map.of("Windows.SPI.HighContrast", true))).isTrue();
    assertThat(SystemContrast.isAskedFor(Map.of("GTK.theme_name", "HighContrastInverse"))).isTrue();
    assertThat(SystemContrast.isAskedFor(Map.of("GTK.theme_name", "ContrastHigh"))).isFalse();
    assertThat(SystemContrast.isAskedFor(Map.of("Windows.SPI.HighContrast", false))).isFalse();
    assertThat(SystemContrast.isAskedFor(Map.of())).isFalse();
  }
}

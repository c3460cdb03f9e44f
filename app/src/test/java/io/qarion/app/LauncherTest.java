package io.qarion.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir private Path folder;

  @Test
  void theWindowOpensForNothingAFolderOrOpen() {
    assertThat(Launcher.isForTheWindow()).isTrue();
    assertThat(Launcher.isForTheWindow(folder.toString())).isTrue();
    assertThat(Launcher.isForTheWindow("open")).isTrue();
    assertThat(Launcher.isForTheWindow("open", folder.toString())).isTrue();
  }

  @Test
  void everythingElseIsACommand() {
    assertThat(Launcher.isForTheWindow("validate")).isFalse();
    assertThat(Launcher.isForTheWindow("run", "orders")).isFalse();
    assertThat(Launcher.isForTheWindow("run", "orders", "--json")).isFalse();
  }

  @Test
  void onLinuxADisplayHasToBeNamed() {
    assertThat(Launcher.hasDisplay("Linux", Map.of())).isFalse();
    assertThat(Launcher.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
    assertThat(Launcher.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(Launcher.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
    assertThat(Launcher.hasDisplay("Windows 11", Map.of())).isTrue();
    assertThat(Launcher.hasDisplay("Mac OS X", Map.of())).isTrue();
  }
}

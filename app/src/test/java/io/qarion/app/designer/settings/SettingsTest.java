package io.qarion.app.designer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.app.designer.shell.PanelSizes;
import io.qarion.app.designer.theme.TextSize;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.project.Touch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir private Path folder;

  @Test
  void recentProjectsAreKeptNewestFirstAndOnce() throws IOException {
    var recent = new RecentProjects(folder.resolve("settings"));
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("zwei 🐙"));
    recent.opened(one);
    recent.opened(two);
    recent.opened(one);

    assertThat(new RecentProjects(folder.resolve("settings")).list()).containsExactly(one, two);
    Files.delete(two);
    assertThat(recent.list()).containsExactly(one);
  }

  @Test
  void aSampleIsCopiedOnceAndThenLeftAlone() throws IOException {
    Path source = Files.createDirectories(folder.resolve("examples/shop/.qarion"));
    Files.writeString(source.resolve("data.duckdb"), "x");
    Files.writeString(folder.resolve("examples/shop/qarion-etl.toml"), "format_version = 1\n");
    Files.createDirectories(folder.resolve("examples/other"));
    var samples = new Samples(folder.resolve("examples"), folder.resolve("copies"));

    assertThat(samples.names()).containsExactly("shop");
    Path copy = samples.copy("shop");
    Files.writeString(copy.resolve("qarion-etl.toml"), "changed");

    assertThat(samples.copy("shop")).isEqualTo(copy);
    assertThat(copy.resolve("qarion-etl.toml")).hasContent("changed");
    assertThat(copy.resolve(".qarion")).doesNotExist();
    assertThat(new Samples(folder.resolve("none"), folder).names()).isEmpty();
  }

  @Test
  void whatIsTrustedIsKeptForEachProjectAsAHash() throws IOException {
    var samples = new Samples(folder.resolve("none"), folder.resolve("none"));
    Path one = Files.createDirectories(folder.resolve("eins und 🐙"));
    Path two = Files.createDirectories(folder.resolve("two"));
    var kept = new TrustedProjects(folder.resolve("settings"), samples);
    var reach = new ProjectReach(List.of(new Touch(Touch.Kind.READ, "a.csv")));
    var further = new ProjectReach(List.of(new Touch(Touch.Kind.READ, "*.csv")));
    kept.remember(one, reach);
    kept.remember(two, reach);
    kept.remember(two, further);

    var again = new TrustedProjects(folder.resolve("settings"), samples);
    assertThat(again.known(one).allows(reach)).isTrue();
    assertThat(again.known(one).allows(further)).isFalse();
    assertThat(again.known(two).allows(reach)).isFalse();
    assertThat(again.known(two).allows(further)).isTrue();
    assertThat(again.known(folder).allows(ProjectReach.NONE)).isFalse();

    Files.writeString(folder.resolve("settings/trusted-projects.txt"), "x\n");
    TrustedProjects.Known damaged = again.known(one);
    assertThat(damaged.allows(reach)).isFalse();
    assertThat(damaged.problems()).extracting(Problem::code).containsExactly("settings.trusted");
    assertThatThrownBy(() -> again.remember(one, reach)).isInstanceOf(QarionException.class);
  }

  @Test
  void aLineIsKeptAndOneThatCannotBeItsOwnIsNone() throws IOException {
    var kept = new KeptLine(folder.resolve("settings"), "text-size.txt");
    assertThat(kept.read()).isEmpty();
    kept.write(new TextSize(150).text());
    assertThat(kept.read().flatMap(TextSize::parse)).contains(new TextSize(150));

    for (String damaged : List.of("", "large", "99999999999", "\u0000".repeat(2_000))) {
      Files.writeString(folder.resolve("settings/text-size.txt"), damaged);
      assertThat(kept.read().flatMap(TextSize::parse)).isEmpty();
      assertThat(kept.read().flatMap(Theme.Choice::parse)).isEmpty();
      assertThat(kept.read().flatMap(PanelSizes::parse)).isEmpty();
    }
    assertThat(PanelSizes.parse(PanelSizes.text(List.of(180, 780)))).contains(List.of(180, 780));
  }

  @Test
  void settingsLieWhereTheSystemKeepsThem() {
    Path home = Path.of("home");
    assertThat(UserFolder.settings("Linux", home, Map.of()))
        .isEqualTo(Path.of("home/.config/qarion-etl"));
    assertThat(UserFolder.settings("Linux", home, Map.of("XDG_CONFIG_HOME", "x")))
        .isEqualTo(Path.of("x/qarion-etl"));
    assertThat(UserFolder.settings("Mac OS X", home, Map.of()))
        .isEqualTo(Path.of("home/Library/Application Support/qarion-etl"));
    assertThat(UserFolder.settings("Windows 11", home, Map.of("APPDATA", "roaming")))
        .isEqualTo(Path.of("roaming/qarion-etl"));
  }
}

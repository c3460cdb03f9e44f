package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TomlPathTest {

  @Test
  void aPathReadsAsOneWritesIt() {
    TomlPath path = TomlPath.of("tasks").index(1).key("a b").key("c");
    assertThat(path).hasToString("tasks[1].\"a b\".c");
    assertThat(path.keys()).containsExactly("tasks", "a b", "c");
    assertThat(path.parent().last()).isEqualTo(new TomlPath.Key("a b"));
    assertThat(TomlPath.ROOT.isRoot()).isTrue();
    assertThat(TomlPath.ROOT).hasToString("");
  }

  @Test
  void elementsCountFromZero() {
    assertThatThrownBy(() -> TomlPath.ROOT.index(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}

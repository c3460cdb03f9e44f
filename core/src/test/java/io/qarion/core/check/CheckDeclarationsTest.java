package io.qarion.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.plugin.CheckDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.quality.CheckType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What forms and completion offer of a check is what a check understands. */
class CheckDeclarationsTest {

  @Test
  void allKindsAreDeclared() {
    assertThat(CheckDeclarations.all().kinds()).containsOnlyKeys(CheckType.words());
    assertThat(CheckDeclarations.ofSingleRows().kinds())
        .containsOnlyKeys(CheckType.rowLevelWords());
  }

  @ParameterizedTest
  @EnumSource(CheckType.class)
  void eachWithTheKeysItUnderstands(CheckType type) {
    List<String> declared =
        CheckDeclarations.all().of(type.text()).stream()
            .map(PropertyDeclaration::key)
            .filter(key -> key.startsWith("config."))
            .map(key -> key.substring("config.".length()))
            .filter(key -> type.isRowLevel() || !key.equals("threshold"))
            .toList();

    assertThat(declared).containsExactlyInAnyOrderElementsOf(type.keys());
  }
}

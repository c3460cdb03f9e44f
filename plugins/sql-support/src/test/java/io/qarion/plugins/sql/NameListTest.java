package io.qarion.plugins.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {

  @Test
  void anyNamesComeBackAsTheyWere() {
    for (List<String> names :
        List.of(
            List.<String>of(),
            List.of("id"),
            List.of("a,b", "c d", "e\nf", "ü", "100%", "\"q\"", "+"))) {
      assertThat(NameList.parse(NameList.text(names))).isEqualTo(names);
    }
  }

  @Test
  void plainNamesCanBeRead() {
    assertThat(NameList.text(List.of("id", "first_name"))).isEqualTo("id,first_name");
  }
}

package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Elements of arrays of tables go from text to text with their comments. */
class ExcerptTest {

  private static final TomlPath TASKS = TomlPath.of("tasks");
  private static final TomlDocument FLOW =
      TomlDocument.parse(
          "flows/f.toml",
          """
          # What this is.
          id = "f"

          # ------------- load

          # Reads the files.
          [[tasks]]
          id = "a" # the first

          [tasks.config]
          # By pattern.
          source_path = "data"

          [[tasks]]
          id = "b"
          rules = [
            { operation = "filter", condition = "x > 1" }, # only large ones
          ]

          # The last.
          [[tasks]]
          id = "c"

          [designer.nodes.a]
          x = 1
          """);

  @Test
  void anExcerptHasTheElementsAloneAsTheyAreSpelled() {
    assertThat(FLOW.excerpt(TASKS, Set.of(0, 2)).text())
        .isEqualTo(
            """
            # Reads the files.
            [[tasks]]
            id = "a" # the first

            [tasks.config]
            # By pattern.
            source_path = "data"

            # The last.
            [[tasks]]
            id = "c"
            """);
    assertThat(FLOW.excerpt(TASKS, Set.of()).text()).isEmpty();
  }

  private static final TomlDocument OTHER =
      TomlDocument.parse(
          "flows/g.toml",
          """
          id = "g"

          # First.
          [[tasks]]
          id = "x"

          [[tasks]]
          id = "y"

          [designer]
          """);

  @Test
  void elementsArePutInWhereTheyAreAskedFor() {
    TomlDocument changed = OTHER.insertAll(TASKS, 1, FLOW.excerpt(TASKS, Set.of(1, 2)));

    assertThat(changed.text())
        .isEqualTo(
            """
            id = "g"

            # First.
            [[tasks]]
            id = "x"

            [[tasks]]
            id = "b"
            rules = [
              { operation = "filter", condition = "x > 1" }, # only large ones
            ]

            # The last.
            [[tasks]]
            id = "c"

            [[tasks]]
            id = "y"

            [designer]
            """);
  }

  @Test
  void elementsArePutAtTheEndBeforeTheNextSection() {
    TomlDocument other =
        TomlDocument.parse("flows/g.toml", "[[tasks]]\nid = \"y\"\n\n[designer]\n");

    assertThat(other.insertAll(TASKS, 1, FLOW.excerpt(TASKS, Set.of(2))).text())
        .isEqualTo(
            """
            [[tasks]]
            id = "y"

            # The last.
            [[tasks]]
            id = "c"

            [designer]
            """);
  }

  @Test
  void aTextWithoutTheArrayGetsItAtItsEnd() {
    TomlDocument other = TomlDocument.parse("", "id = \"g\"\n");

    assertThat(other.insertAll(TASKS, 0, FLOW.excerpt(TASKS, Set.of(2))).text())
        .isEqualTo("id = \"g\"\n\n# The last.\n[[tasks]]\nid = \"c\"\n");
    assertThat(other.insertAll(TASKS, 0, FLOW.excerpt(TASKS, Set.of()))).isEqualTo(other);
  }

  @Test
  void anArrayBetweenBracketsIsTakenByItsValues() {
    TomlDocument inline =
        TomlDocument.parse("", "tasks = [ { id = \"a\" }, { id = \"b\" }, { id = \"c\" } ]\n");

    assertThat(
            inline.excerpt(TASKS, Set.of(1)).find(TASKS.index(0).key("id")).orElseThrow().value())
        .isEqualTo(TomlValue.of("b"));
    assertThat(inline.insertAll(TASKS, 1, FLOW.excerpt(TASKS, Set.of(2))).text())
        .isEqualTo("tasks = [ { id = \"a\" }, { id = \"c\" }, { id = \"b\" }, { id = \"c\" } ]\n");
  }

  @Test
  void theLineEndsAreThoseOfTheTextThatTakesThemIn() {
    TomlDocument windows = TomlDocument.parse("", "[[tasks]]\r\nid = \"x\"\r\n");

    String changed = windows.insertAll(TASKS, 1, FLOW.excerpt(TASKS, Set.of(0))).text();

    assertThat(changed.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(changed).contains("# Reads the files.\r\n[[tasks]]\r\n");
  }
}

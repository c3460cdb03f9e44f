package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StructureExamplesTest {

  private static final String FLOW =
      """
      id = "orders"

      # first
      [[tasks]]
      id = "load"

      [tasks.config]
      retries = 1

      # second
      [[tasks]]
      id = "clean" # why

      [[tasks.rules]]
      operation = "filter"

      [[tasks]]
      id = "save"

      [designer]
      """;

  @Test
  void aTaskGoesWithItsTablesAndComments() {
    EditExample.of(FLOW)
        .becomes(
            """
            id = "orders"

            # first
            [[tasks]]
            id = "load"

            [tasks.config]
            retries = 1

            [[tasks]]
            id = "save"

            [designer]
            """,
            d -> d.remove(TomlPath.of("tasks").index(1)));
  }

  @Test
  void aTaskMovesWithItsTablesAndComments() {
    String moved =
        """
        id = "orders"

        # second
        [[tasks]]
        id = "clean" # why

        [[tasks.rules]]
        operation = "filter"

        # first
        [[tasks]]
        id = "load"

        [tasks.config]
        retries = 1

        [[tasks]]
        id = "save"

        [designer]
        """;
    EditExample.of(FLOW).becomes(moved, d -> d.move(TomlPath.of("tasks").index(0), 1));
    EditExample.of(FLOW).becomes(moved, d -> d.move(TomlPath.of("tasks").index(1), 0));
  }

  @Test
  void aTaskIsInsertedWithItsTables() {
    var rule = new LinkedHashMap<String, TomlValue>();
    rule.put("operation", TomlValue.of("rename"));
    rule.put("columns", TomlValue.of(Map.of("a", TomlValue.of("b"))).inlined());
    var task = new LinkedHashMap<String, TomlValue>();
    task.put("id", TomlValue.of("new"));
    task.put("config", TomlValue.of(Map.of("n", TomlValue.of(1))));
    task.put("rules", TomlValue.of(List.of(TomlValue.of(rule))));
    task.put("tags", TomlValue.ofStrings(List.of("x")));
    EditExample.of("[[tasks]]\nid = 1\n\n# two\n[[tasks]]\nid = 2\n")
        .becomes(
            """
            [[tasks]]
            id = 1

            [[tasks]]
            id = "new"
            tags = ["x"]

            [tasks.config]
            n = 1

            [[tasks.rules]]
            operation = "rename"
            columns = { a = "b" }

            # two
            [[tasks]]
            id = 2
            """,
            d -> d.insert(TomlPath.of("tasks"), 1, TomlValue.of(task)));
  }

  @Test
  void theFirstAndTheLastTaskAreInsertedToo() {
    TomlValue task = TomlValue.of(Map.of("id", TomlValue.of(9)));
    EditExample.of("[a]\nx = 1\n")
        .becomes("[a]\nx = 1\n\n[[tasks]]\nid = 9\n", d -> d.insert(TomlPath.of("tasks"), 0, task));
    EditExample.of("[[tasks]]\n# empty\n[z]\n")
        .becomes(
            "[[tasks]]\n[[tasks]]\nid = 9\n# empty\n[z]\n",
            d -> d.insert(TomlPath.of("tasks"), 1, task));
    EditExample.of("[[tasks]]\nid = 1")
        .becomes(
            "[[tasks]]\nid = 1\n\n[[tasks]]\nid = 9\n",
            d -> d.insert(TomlPath.of("tasks"), 1, task));
  }

  @Test
  void aTaskBesideOtherTablesMovesWhole() {
    EditExample.of("[[a]]\nn = 1\n[b]\n[a.s]\nx = 1\n[[a]]\nn = 2\n")
        .becomes(
            "[b]\n[[a]]\nn = 2\n[[a]]\nn = 1\n[a.s]\nx = 1\n",
            d -> d.move(TomlPath.of("a").index(0), 1));
  }

  @Test
  void aTableIsRenamedWhereverItIsSpelled() {
    EditExample.of(
            """
            [a] # a.b
            a.x = 1
            [a.b]
            [ "a" . c ]
            [[a.'d e']]
            [a.'d e'.f]
            [b.a]
            [z.y]
            [z]
            """)
        .becomes(
            """
            [new] # a.b
            a.x = 1
            [new.b]
            [ "new" . c ]
            [[new.'d e']]
            [new.'d e'.f]
            [b.a]
            [z.y]
            [z]
            """,
            d -> d.rename(TomlPath.of("a"), "new"));
    EditExample.of("[[a.'d e']]\n[a.'d e'.f]\n")
        .becomes("[[a.'g h']]\n[a.'g h'.f]\n", d -> d.rename(TomlPath.of("a", "d e"), "g h"));
    EditExample.of("[t]\na.b = 1\na . c = 2\nu = { a.x = 1, a.y = 2 }\n")
        .becomes(
            "[t]\n\"n.n\".b = 1\n\"n.n\" . c = 2\nu = { m.x = 1, m.y = 2 }\n",
            d -> d.rename(TomlPath.of("t", "a"), "n.n").rename(TomlPath.of("t", "u", "a"), "m"));
  }

  @Test
  void aSuperTableBehindItsSubTableIsOneWithIt() {
    EditExample example = EditExample.of("[a.b]\nx = 1\n\n[c]\n\n[a]\ny = 2\n");
    example.becomes(
        "[a.b]\nx = 1\n\n[c]\n\n[a]\ny = 2\nz = 3\n",
        d -> d.set(TomlPath.of("a", "z"), TomlValue.of(3)));
    example.becomes("[c]\n", d -> d.remove(TomlPath.of("a")));
  }

  @Test
  void aKeyGoesWithTheCommentAboveIt() {
    EditExample.of("a = 1\n\n# about b\n# more\nb = [\n  1,\n] # why\n\n# c\nc = 3\n")
        .becomes("a = 1\n\n# c\nc = 3\n", d -> d.remove(TomlPath.of("b")));
    EditExample.of("a = 1\nb = 2").becomes("a = 1\n", d -> d.remove(TomlPath.of("b")));
    EditExample.of("a = 1\n\n[t]\nb = 2\n")
        .becomes("[t]\nb = 2\n", d -> d.remove(TomlPath.of("a")));
  }

  @Test
  void aTableThatExistsOnlyForItsLastEntryGoesWithIt() {
    EditExample.of("k = 1\n\n[a.b.c]\n")
        .becomes("k = 1\n", d -> d.remove(TomlPath.of("a", "b", "c")));
    EditExample.of("k = 1\na.b.c = 1\n")
        .becomes("k = 1\n", d -> d.remove(TomlPath.of("a", "b", "c")));
    EditExample.of("t = { a.b = 1, c = 2 }\n")
        .becomes("t = { c = 2 }\n", d -> d.remove(TomlPath.of("t", "a", "b")));
    EditExample.of("[a]\nb = 1\n").becomes("[a]\n", d -> d.remove(TomlPath.of("a", "b")));
    EditExample.of("t = { a.b = 1, c = 2, a.d = 3 }\n")
        .becomes("t = { c = 2 }\n", d -> d.remove(TomlPath.of("t", "a")));
  }

  @Test
  void keysMoveWithTheirComments() {
    EditExample.of("[t]\n# a\na = 1\nb = 2 # b\nc = 3\n\n[u]\n")
        .becomes(
            "[t]\nb = 2 # b\nc = 3\n# a\na = 1\n\n[u]\n", d -> d.move(TomlPath.of("t", "a"), 2));
    EditExample.of("[x]\n\n[y]\n\n# z\n[z]\na = 1\n")
        .becomes("# z\n[z]\na = 1\n\n[x]\n\n[y]\n", d -> d.move(TomlPath.of("z"), 0));
    EditExample.of("c = { b = \"1\", a = \"2\" }\n")
        .becomes("c = { a = \"2\", b = \"1\" }\n", d -> d.move(TomlPath.of("c", "a"), 0));
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    TomlDocument document = TomlDocument.parse("f.toml", "a = 1\nb = 2\n[t]\nx = [1]\n[[u]]\n");
    assertThat(Refusals.codeOf(() -> document.remove(TomlPath.of("q"))))
        .isEqualTo("toml.edit.missing");
    assertThat(Refusals.codeOf(() -> document.remove(TomlPath.of("a").index(0))))
        .isEqualTo("toml.edit.missing");
    assertThat(Refusals.codeOf(() -> document.remove(TomlPath.ROOT))).isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.rename(TomlPath.of("a"), "b")))
        .isEqualTo("toml.edit.exists");
    assertThat(Refusals.codeOf(() -> document.rename(TomlPath.of("u").index(0), "b")))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.move(TomlPath.of("a"), 4)))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.move(TomlPath.of("a"), 2)))
        .isEqualTo("toml.edit.refused");
    assertThat(Refusals.codeOf(() -> document.move(TomlPath.ROOT, 0))).isEqualTo("toml.edit.type");
    TomlValue one = TomlValue.of(1);
    assertThat(Refusals.codeOf(() -> document.insert(TomlPath.of("a"), 0, one)))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.insert(TomlPath.of("t", "x"), 2, one)))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.insert(TomlPath.of("u"), 0, one)))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.insert(TomlPath.of("v"), 1, one)))
        .isEqualTo("toml.edit.missing");
    assertThat(document.rename(TomlPath.of("a"), "a")).isSameAs(document);
    assertThat(document.move(TomlPath.of("a"), 0)).isSameAs(document);
  }
}

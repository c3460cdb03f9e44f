package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetExamplesTest {

  @Test
  void aValueChangesOnItsLineAndKeepsItsQuotes() {
    EditExample example =
        EditExample.of("# top\nid   = \"a\"  # the id\npath = 'C:\\x' # where\n\n[t]\nn = 1\n");
    example.becomes(
        "# top\nid   = \"b\\\"c\"  # the id\npath = 'C:\\x' # where\n\n[t]\nn = 1\n",
        d -> d.set(TomlPath.of("id"), TomlValue.of("b\"c")));
    example.becomes(
        "# top\nid   = \"a\"  # the id\npath = 'D:\\y' # where\n\n[t]\nn = 1\n",
        d -> d.set(TomlPath.of("path"), TomlValue.of("D:\\y")));
    example.becomes(
        "# top\nid   = \"a\"  # the id\npath = \"it's\" # where\n\n[t]\nn = 1\n",
        d -> d.set(TomlPath.of("path"), TomlValue.of("it's")));
    example.becomes(
        "# top\nid   = \"a\"  # the id\npath = 'C:\\x' # where\n\n[t]\nn = true\n",
        d -> d.set(TomlPath.of("t", "n"), TomlValue.of(true)));
  }

  @Test
  void aStringOfSeveralLinesStaysOne() {
    EditExample.of("sql = \"\"\"\nselect 1\n\"\"\"\nraw = '''\n\\d'''\n")
        .becomes(
            "sql = \"\"\"\nselect \"a\"\nfrom b\"\"\"\nraw = '''\n\\w\n\\s'''\n",
            d ->
                d.set(TomlPath.of("sql"), TomlValue.of("select \"a\"\nfrom b"))
                    .set(TomlPath.of("raw"), TomlValue.of("\\w\n\\s")));
  }

  @Test
  void anEqualValueChangesNothing() {
    TomlDocument document = TomlDocument.parse("f.toml", "a = 0x10\n");
    assertThat(document.set(TomlPath.of("a"), TomlValue.of(16))).isSameAs(document);
  }

  @Test
  void everyKindOfValueIsWritten() {
    var values = new LinkedHashMap<String, TomlValue>();
    values.put("text", TomlValue.of("t\u0001"));
    values.put("whole", TomlValue.of(-7));
    values.put("real", TomlValue.of(2.0));
    values.put("none", TomlValue.of(Double.NaN));
    values.put("least", TomlValue.of(Double.NEGATIVE_INFINITY));
    values.put("flag", TomlValue.of(false));
    values.put("date", new TomlValue.Date(LocalDate.of(2026, 1, 2)));
    values.put("time", new TomlValue.Time(LocalTime.of(7, 30)));
    values.put("at", new TomlValue.Timestamp(LocalDateTime.of(2026, 1, 2, 7, 30)));
    values.put(
        "zoned",
        new TomlValue.OffsetTimestamp(OffsetDateTime.of(2026, 1, 2, 7, 30, 0, 0, ZoneOffset.UTC)));
    values.put("list", TomlValue.ofStrings(List.of("a", "b")));
    values.put("empty", TomlValue.of(List.of()));
    values.put("braces", TomlValue.of(Map.of("x y", TomlValue.of(1))).inlined());
    values.put("nothing", TomlValue.of(Map.of()).inlined());
    assertThat(TomlDocument.parse("f.toml", "").set(TomlPath.ROOT, TomlValue.of(values)).text())
        .isEqualTo(
            """
            text = "t\\u0001"
            whole = -7
            real = 2.0
            none = nan
            least = -inf
            flag = false
            date = 2026-01-02
            time = 07:30:00
            at = 2026-01-02T07:30:00
            zoned = 2026-01-02T07:30:00Z
            list = ["a", "b"]
            empty = []
            braces = { "x y" = 1 }
            nothing = {}
            """);
  }

  @Test
  void aNewKeyComesBehindTheKeysOfItsTable() {
    EditExample example =
        EditExample.of("id = 1\n\n[a]\n  x=1 # one\n\n  # sub\n  [a.b]\n  y = 2\n");
    example.becomes(
        "id = 1\nnew = 2\n\n[a]\n  x=1 # one\n\n  # sub\n  [a.b]\n  y = 2\n",
        d -> d.set(TomlPath.of("new"), TomlValue.of(2)));
    example.becomes(
        "id = 1\n\n[a]\n  x=1 # one\n  \"n w\"=\"\"\"\n1\n2\"\"\"\n\n  # sub\n  [a.b]\n  y = 2\n",
        d -> d.set(TomlPath.of("a", "n w"), TomlValue.of("1\n2")));
  }

  @Test
  void aNewKeyOfTheFileComesBeforeItsFirstHeader() {
    EditExample.of("# about a\n[a]\nx = 1\n")
        .becomes(
            "new = 2\n\n# about a\n[a]\nx = 1\n", d -> d.set(TomlPath.of("new"), TomlValue.of(2)));
  }

  @Test
  void aTableThatIsOnlyImpliedGetsAHeaderForItsKey() {
    EditExample.of("[x.y.z]\na = 1\n\n[x.q]\n")
        .becomes(
            "[x.y]\nnew = 2\n\n[x.y.z]\na = 1\n\n[x.q]\n",
            d -> d.set(TomlPath.of("x", "y", "new"), TomlValue.of(2)));
  }

  @Test
  void aKeyOfATableByDottedKeysIsDottedToo() {
    EditExample.of("a . 'b'.c = 1\nd = 2\n")
        .becomes(
            "a . 'b'.c = 1\na . 'b'.new = 2\nd = 2\n",
            d -> d.set(TomlPath.of("a", "b", "new"), TomlValue.of(2)));
    EditExample.of("t = { a.b = 1, c = 2 }\n")
        .becomes(
            "t = { a.b = 1, a.new = 3, c = 2 }\n",
            d -> d.set(TomlPath.of("t", "a", "new"), TomlValue.of(3)));
  }

  @Test
  void aTableByDottedKeysStaysSoBesideHeadersBelowIt() {
    EditExample.of("[f]\na.b = 1\n\n[f.a.c]\nd = 2\n\n[[f.a.e]]\ng = 3\n")
        .becomes(
            "[f]\na.b = 1\na.new = 4\n\n[f.a.c]\nd = 2\n\n[[f.a.e]]\ng = 3\n",
            d -> d.set(TomlPath.of("f", "a", "new"), TomlValue.of(4)));
  }

  @Test
  void anInlineTableGetsItsKeyBetweenTheBraces() {
    EditExample.of("t = { a = 1 } # t\ne = {}\n")
        .becomes(
            "t = { a = 1, b = 2 } # t\ne = { b = 2 }\n",
            d ->
                d.set(TomlPath.of("t", "b"), TomlValue.of(2))
                    .set(TomlPath.of("e", "b"), TomlValue.of(2)));
  }

  @Test
  void tablesOnTheWayGetHeaders() {
    EditExample.of("[[tasks]]\nid = 1\n\n[[tasks]]\nid = 2\n\n[designer]\n")
        .becomes(
            """
            [[tasks]]
            id = 1

            [tasks.config.options]
            header = true

            [[tasks]]
            id = 2

            [designer]
            """,
            d ->
                d.set(
                    TomlPath.of("tasks").index(0).key("config").key("options").key("header"),
                    TomlValue.of(true)));
  }

  @Test
  void aTableThatIsThereIsChangedOnlyWhereItDiffers() {
    var wanted = new LinkedHashMap<String, TomlValue>();
    wanted.put("b", TomlValue.of(3));
    wanted.put("c", TomlValue.of(4));
    EditExample.of("[t]\na = 1 # old\nb = 2 # kept\n\n[t.sub]\n\n[u]\n")
        .becomes(
            "[t]\nb = 3 # kept\nc = 4\n\n[u]\n",
            d -> d.set(TomlPath.of("t"), TomlValue.of(wanted)));
  }

  @Test
  void anArrayThatIsThereIsChangedOnlyWhereItDiffers() {
    EditExample.of("a = [\n  \"x\", # first\n  \"y\",\n  \"z\" # last\n]\n")
        .becomes(
            "a = [\n  \"x\", # first\n  \"q\",\n  \"r\",\n  \"z\" # last\n]\n",
            d -> d.set(TomlPath.of("a"), TomlValue.ofStrings(List.of("x", "q", "r", "z"))));
    EditExample.of("a = [\n  \"x\", # first\n  \"y\",\n  \"z\" # last\n]\n")
        .becomes(
            "a = [\n  \"x\", # first\n  \"z\" # last\n]\n",
            d -> d.set(TomlPath.of("a"), TomlValue.ofStrings(List.of("x", "z"))));
  }

  @Test
  void aTableMayGiveWayToAValueAndAValueToATable() {
    EditExample.of("k = 1\n\n[t]\na = 1\n")
        .becomes("k = 1\nt = 2\n", d -> d.set(TomlPath.of("t"), TomlValue.of(2)));
    EditExample.of("k = 1\n")
        .becomes(
            "k = { a = 1 }\n",
            d -> d.set(TomlPath.of("k"), TomlValue.of(Map.of("a", TomlValue.of(1)))));
  }

  @Test
  void whatCannotBeSetIsRefused() {
    TomlDocument document = TomlDocument.parse("f.toml", "a = 1\n[[t]]\n");
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.of("a", "b"), TomlValue.of(1))))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.of("t").index(1), TomlValue.of(1))))
        .isEqualTo("toml.edit.missing");
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.of("t").index(0), TomlValue.of(1))))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.ROOT, TomlValue.of(1))))
        .isEqualTo("toml.edit.type");
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.of("s"), TomlValue.of("\uD800"))))
        .isEqualTo("toml.edit.refused");
    assertThat(
            Refusals.codeOf(() ->
                document.set(TomlPath.of("d"), new TomlValue.Date(LocalDate.of(12026, 1, 1)))))
        .isEqualTo("toml.edit.refused");
  }
}

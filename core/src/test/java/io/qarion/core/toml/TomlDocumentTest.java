package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TomlDocumentTest {

  @Test
  void keysKeepTheOrderOfTheText() {
    TomlDocument document =
        parse(
            """
            z = { b = "1", a = "2" }
            [tasks.columns]
            y = 1
            x = 2
            [a]
            """);
    assertThat(document.root().keys()).containsExactly("z", "tasks", "a");
    assertThat(document.root().table("z").orElseThrow().keys()).containsExactly("b", "a");
    assertThat(table(document, "tasks", "columns").keys()).containsExactly("y", "x");
  }

  @Test
  void typedGettersGiveWhatIsThereAndNothingElse() {
    TomlTableNode root =
        parse(
                """
                s = "text"
                i = 7
                f = 1.5
                b = true
                list = ["a", "b"]
                t.x = 1
                [[rows]]
                n = 1
                [[rows]]
                n = 2
                """)
            .root();
    assertThat(root.string("s")).contains("text");
    assertThat(root.string("i")).isEmpty();
    assertThat(root.whole("i")).contains(7L);
    assertThat(root.real("f")).contains(1.5);
    assertThat(root.real("i")).contains(7.0);
    assertThat(root.flag("b")).contains(true);
    assertThat(root.flag("s")).isEmpty();
    assertThat(root.strings("list")).containsExactly("a", "b");
    assertThat(root.tables("rows"))
        .extracting(row -> row.whole("n").orElseThrow())
        .containsExactly(1L, 2L);
    assertThat(root.tables("s")).isEmpty();
    assertThat(root.table("t").orElseThrow().has("x")).isTrue();
    assertThat(root.table("s")).isEmpty();
    assertThat(root.array("t")).isEmpty();
  }

  @Test
  void everyKeyAndValueHasItsPlace() {
    TomlDocument document =
        parse(
            """
            [[tasks]]
            id = "load"
              [tasks.config]
              sql = 'x'
              on = [["id", "order_id"]]
            """);
    TomlPath task = TomlPath.of("tasks").index(0);
    assertThat(at(document, task.key("id")).keyPlace()).isEqualTo(place(2, 1, "tasks[0].id"));
    assertThat(at(document, task.key("id")).place()).isEqualTo(place(2, 6, "tasks[0].id"));
    assertThat(at(document, task).place()).isEqualTo(place(1, 3, "tasks[0]"));
    assertThat(at(document, task.key("config")).place()).isEqualTo(place(3, 10, "tasks[0].config"));
    assertThat(at(document, task.key("config").key("on").index(0).index(1)).place())
        .isEqualTo(place(5, 16, "tasks[0].config.on[0][1]"));
  }

  @Test
  void columnsCountCodePoints() {
    TomlDocument document = parse("a = [\"\uD83D\uDE00\", 2]\n");
    assertThat(at(document, TomlPath.of("a").index(1)).place()).isEqualTo(place(1, 11, "a[1]"));
  }

  @Test
  void aCharacterOfAStringIsFoundWhereItIsWritten() {
    TomlDocument document =
        parse(
            """
            basic = "a\\t\\u00e9\\U0001F600b"
            literal = 'a\\tb'
            long = \"""
            one
              two \\
                 three\"""
            raw = '''
            x
            y'''
            number = 12
            """);
    assertThat(placeOf(document, "basic", 0)).isEqualTo(place(1, 10, "basic"));
    assertThat(placeOf(document, "basic", 2)).isEqualTo(place(1, 13, "basic"));
    assertThat(placeOf(document, "basic", 5)).isEqualTo(place(1, 29, "basic"));
    assertThat(placeOf(document, "basic", 6)).isEqualTo(place(1, 30, "basic"));
    assertThat(placeOf(document, "literal", 3)).isEqualTo(place(2, 15, "literal"));
    assertThat(placeOf(document, "long", 0)).isEqualTo(place(4, 1, "long"));
    assertThat(placeOf(document, "long", "one\n  two t".length() - 1))
        .isEqualTo(place(6, 6, "long"));
    assertThat(placeOf(document, "raw", 2)).isEqualTo(place(9, 1, "raw"));
    assertThat(placeOf(document, "number", 1)).isEqualTo(place(10, 10, "number"));
  }

  @Test
  void readingAStringAgreesWithTheParserOnEverySuiteFile() {
    for (String name : TomlTestFiles.list("1.1.0", "valid/")) {
      check(TomlTestFiles.read(name).root());
    }
  }

  private static void check(TomlNode node) {
    switch (node) {
      case TomlTableNode table -> table.children().values().forEach(TomlDocumentTest::check);
      case TomlArrayNode array -> array.items().forEach(TomlDocumentTest::check);
      case TomlScalarNode scalar -> {
        if (scalar.value() instanceof TomlValue.Text(String text)) {
          String read = StringReader.read(scalar.source().text(), scalar.span()).value();
          assertThat(read.replace("\r\n", "\n")).isEqualTo(text.replace("\r\n", "\n"));
        }
      }
    }
  }

  @Test
  void aByteOrderMarkIsKept() {
    byte[] bytes = "\uFEFFa = 1\r\n".getBytes(StandardCharsets.UTF_8);
    TomlDocument document = TomlDocument.read("f.toml", bytes);
    assertThat(document.hasByteOrderMark()).isTrue();
    assertThat(document.text()).isEqualTo("a = 1\r\n");
    assertThat(document.bytes()).isEqualTo(bytes);
    assertThat(document.set(TomlPath.of("b"), TomlValue.of(2)).bytes())
        .isEqualTo("\uFEFFa = 1\r\nb = 2\r\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aByteThatIsNoUtf8IsNamedWithItsPlace() {
    byte[] bytes = "a = 1\nb = \"\u00fcx\"\n".getBytes(StandardCharsets.ISO_8859_1);
    TomlDocument document = TomlDocument.read("f.toml", bytes);
    assertThat(document.problems())
        .containsExactly(
            Problem.error(
                "toml.encoding",
                Place.in("f.toml", 2, 6),
                "The byte 0xFC is no UTF-8.",
                "Save the file as UTF-8; TOML has no other encoding."));
    assertThat(document.bytes()).isEqualTo(bytes);
    byte[] cut = {'a', '=', '"', (byte) 0xC3};
    assertThat(TomlDocument.read("f.toml", cut).problems())
        .extracting(Problem::code)
        .containsExactly("toml.encoding");
  }

  @Test
  void aSyntaxErrorSaysWhatToWrite() {
    assertThat(parse("a = [1,, 2]\n").problems())
        .containsExactly(
            Problem.error(
                "toml.syntax",
                Place.in("f.toml", 1, 8),
                "Unexpected ','.",
                "Write here: ], a value, or a newline."));
    assertThat(parse("a = 1\na = 2\n").problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(tuple("toml.duplicate", Place.in("f.toml", 2, 1)));
  }

  @Test
  void columnsOfErrorsCountCodePointsToo() {
    assertThat(parse("a = \"\uD83D\uDE00\" x\n").problems())
        .extracting(Problem::place)
        .startsWith(Place.in("f.toml", 1, 9));
  }

  @Test
  void bracesThatNeverCloseAreNotTakenForMissingCommas() {
    assertThat(parse("t = { a = 1\nb = 2\n[s]\nc = 3\n").problems())
        .extracting(Problem::code)
        .isNotEmpty()
        .doesNotContain("toml.comma");
  }

  @Test
  void keysOfAnInlineTableWithoutCommasAreNamedEach() {
    TomlDocument document =
        parse(
            """
            [properties]
            quality_checks = [
              {
                name = "not null" # why
                rule = { column = "id", max = 1 }
                "severity" = "error"
              }
            ]
            """);
    assertThat(document.problems())
        .containsExactly(
            Problem.error(
                "toml.comma",
                Place.in("f.toml", 5, 5),
                "No comma stands before the key rule of this inline table.",
                "Write a comma behind the value before it: { a = 1, rule = ... }."),
            Problem.error(
                "toml.comma",
                Place.in("f.toml", 6, 5),
                "No comma stands before the key \"severity\" of this inline table.",
                "Write a comma behind the value before it: { a = 1, \"severity\" = ... }."));
  }

  @Test
  void aTableAndAnArrayOfOneNameAreRefusedAtTheSecond() {
    assertThat(parse("[x.y]\na = 1\n[[ x . y ]]\nb = 1\n").problems())
        .containsExactly(
            Problem.error(
                "toml.table-and-array",
                Place.in("f.toml", 3, 1),
                "x.y is a table in line 1 and an array of tables here.",
                "Write [[x.y]] in both places, or give one of them another name."));
    assertThat(parse("[[x]]\n  [x]\n").problems())
        .extracting(Problem::message)
        .containsExactly("x is an array of tables in line 1 and a table here.");
  }

  @Test
  void errorsBeforeAKnownShapeAreToldToo() {
    assertThat(parse("a = \n[x]\n[[x]]\n").problems())
        .extracting(Problem::code)
        .containsExactly("toml.syntax", "toml.table-and-array");
  }

  @Test
  void absurdNestingIsAnOrdinaryError() {
    for (String deep : List.of("[", "{a=", "{a=[")) {
      assertThat(parse("a = " + deep.repeat(100_000) + "\n").problems()).isNotEmpty();
    }
    String closed = "a = " + "[".repeat(100_000) + "]".repeat(100_000) + "\n";
    assertThat(parse(closed).problems()).extracting(Problem::code).contains("toml.depth");
    assertThat(parse("a.".repeat(100_000) + "a = 1\n").problems()).isNotEmpty();
    assertThat(parse("[" + "a.".repeat(100_000) + "a]\n").problems()).isNotEmpty();
  }

  @Test
  void aBigFileIsReadAndEditedInAnInstant() {
    var text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("[[tasks]]\nid = ").append(i).append("\n[tasks.config]\nn = [1, 2]\n\n");
    }
    TomlDocument document = parse(text.toString());
    TomlPath tasks = TomlPath.of("tasks");
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          TomlDocument edited = document.set(tasks.index(7).key("id"), TomlValue.of(1));
          edited = edited.move(tasks.index(4_999), 0).remove(tasks.index(2_500));
          assertThat(edited.root().tables("tasks")).hasSize(4_999);
        });
  }

  @Test
  void anInvalidFileIsEmptyAndCannotBeEdited() {
    TomlDocument document = parse("a = \n");
    assertThat(document.root().value()).isEqualTo(TomlValue.of(Map.of()));
    assertThat(document.isValid()).isFalse();
    assertThat(Refusals.codeOf(() -> document.set(TomlPath.of("b"), TomlValue.of(1))))
        .isEqualTo("toml.syntax");
  }

  private static TomlDocument parse(String text) {
    return TomlDocument.parse("f.toml", text);
  }

  private static Place place(int line, int column, String element) {
    return Place.in("f.toml", line, column).withElement(element);
  }

  private static TomlNode at(TomlDocument document, TomlPath path) {
    return document.find(path).orElseThrow();
  }

  private static TomlTableNode table(TomlDocument document, String... keys) {
    return at(document, TomlPath.of(keys)) instanceof TomlTableNode table ? table : document.root();
  }

  private static Place placeOf(TomlDocument document, String key, int index) {
    return at(document, TomlPath.of(key)) instanceof TomlScalarNode scalar
        ? scalar.placeOf(index)
        : Place.UNKNOWN;
  }
}

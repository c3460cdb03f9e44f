package io.qarion.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.DelimiterGuess;
import io.qarion.core.file.RawText;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.BadRows;
import io.qarion.core.run.ColumnLook;
import io.qarion.core.run.ColumnLook.Agreement;
import io.qarion.core.run.FileLook;
import io.qarion.core.run.FileReading;
import io.qarion.core.run.FileStudies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are looked at as a run would read them, hostile ones too. */
class FileStudiesTest {

  private static final Plugins PLUGINS = Plugins.load();
  private static final Schema ORDERS =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("note", PlainType.STRING),
          Column.of("amount", PlainType.FLOAT));

  @TempDir private Path root;
  private FileStudies studies;

  @BeforeEach
  void open() throws IOException {
    open("duckdb");
  }

  private void open(String engine) throws IOException {
    Files.writeString(
        root.resolve("qarion-etl.toml"),
        "[project]\nname = \"looks\"\n\n[engine]\nname = \"%s\"\n".formatted(engine));
    studies = new FileStudies(ProjectModel.open(root), PLUGINS);
  }

  @AfterEach
  void close() {
    studies.close();
  }

  @Test
  void rowsAndTypesAreShownAsTheyWouldBeLoaded() throws IOException {
    write("a.csv", "id,note,amount\n1,first,1.5\n2,second,2.5\n");

    FileLook look = look("a.csv", Map.of());

    assertThat(look.rows().rows())
        .containsExactly(List.of(1L, "first", 1.5), List.of(2L, "second", 2.5));
    assertThat(look.sniffed().options())
        .containsEntry("delimiter", ",")
        .containsEntry("header", true);
    assertThat(look.columns()).extracting(ColumnLook::name).containsExactly("id", "note", "amount");
  }

  @Test
  void whatIsDeclaredIsHeldAgainstWhatIsFound() throws IOException {
    write("a.csv", "id,code,extra\n1,0815,x\n");
    Schema declared =
        Schema.of(
            Column.of("id", PlainType.STRING),
            Column.of("code", PlainType.STRING),
            Column.of("gone", PlainType.DATE));

    FileLook look =
        studies.look(reading("a.csv", Map.of(), Optional.of(declared)), new Cancellation());

    assertThat(look.columns().stream().map(column -> column.name() + " " + column.agreement(true)))
        .containsExactly(
            "id " + Agreement.OTHER_TYPE,
            "code " + Agreement.SAME,
            "extra " + Agreement.EXTRA,
            "gone " + Agreement.MISSING);
    assertThat(look.rows().rows()).containsExactly(List.of("1", "0815", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_memory"})
  void badRowsLeadToTheirLinesWhateverStandsBetweenThem(String engine) throws IOException {
    studies.close();
    open(engine);
    write(
        "bad.csv",
        """
        id,note,amount
        1,"over
        two lines",1.5

        2,plain,none
        3,"a ""quoted"" comma, too",3
        x,plain,4
        5,too,many,fields
        6,plain,6
        """);

    BadRows bad = check("bad.csv", Map.of(), ORDERS);

    assertThat(bad.extent()).isEqualTo(BadRows.Extent.WHOLE);
    assertThat(bad.rejected()).isEqualTo(3);
    assertThat(bad.rows()).isEqualTo(3);
    assertThat(bad.shown()).extracting(BadRows.Found::line).containsExactly(5L, 7L, 8L);
    assertThat(bad.shown().getFirst().record().column()).isEqualTo("amount");
    assertThat(bad.shown().getFirst().record().reason()).contains("float");
    assertThat(bad.shown().get(1).record().text()).isEqualTo("x");
    assertThat(bad.shown().stream().map(bad::rowOf))
        .as("the third is no row at all")
        .containsExactly(OptionalLong.of(1), OptionalLong.of(3), OptionalLong.empty());
  }

  @Test
  void aBadRowIsFoundAmongTheRowsThatAreShown() throws IOException {
    write("a.csv", "id,note,amount\n1,a,1\n2,b,2,surplus\n3\n4,c,none\n5,d,5\n");

    BadRows bad = check("a.csv", Map.of(), ORDERS);
    FileLook look =
        studies.look(reading("a.csv", Map.of(), Optional.of(ORDERS)), new Cancellation());

    BadRows.Found last = bad.shown().getLast();
    assertThat(last.record().row()).isEqualTo(4);
    int row = Math.toIntExact(bad.rowOf(last).orElseThrow());
    assertThat(look.rows().rows().get(row)).containsExactly(4L, "c", null);
  }

  @Test
  void aCheckLeavesNothingBehindForTheNext() throws IOException {
    write("a.csv", "id,note,amount\n1,a,b\n");
    assertThat(check("a.csv", Map.of(), ORDERS).rejected()).isEqualTo(1);
    write("a.csv", "id,note,amount\n1,a,2\n2,a,3\n");
    BadRows good = check("a.csv", Map.of(), ORDERS);
    assertThat(good.rejected()).isZero();
    assertThat(good.rows()).isEqualTo(2);
  }

  @Test
  void linesAreCountedBehindSkippedLinesAndComments() throws IOException {
    write(
        "report.csv",
        "Report of May\n\nid;note;amount\n# made by hand\n1;a;1.5\n2;b;none\n# end\n3;c;x\n");
    Map<String, Object> options = Map.of("delimiter", ";", "header", 3L, "comment", "#");

    BadRows bad = check("report.csv", options, ORDERS);

    assertThat(bad.shown()).extracting(BadRows.Found::line).containsExactly(6L, 8L);
    assertThat(look("report.csv", options).rows().rows()).hasSize(3);
  }

  @Test
  void aFileOfOneColumnAsksForItsDelimiter() throws IOException {
    write("odd.csv", "id~note~amount\n1~a~1.5\n2~b~2.5\n");
    assertThat(look("odd.csv", Map.of()).columns()).hasSize(1);
    RawText text = text("odd.csv", Map.of(), 1).orElseThrow();
    assertThat(DelimiterGuess.of(text.lines())).containsExactly(new DelimiterGuess("~", 3, 1));
    assertThat(look("odd.csv", Map.of("delimiter", "~")).columns()).hasSize(3);
  }

  @Test
  void signsInsideQuotesDoNotPartFields() {
    assertThat(DelimiterGuess.of(List.of("a;\"x,y\"", "b;\"x,y\"", "", "c;z")))
        .containsExactly(new DelimiterGuess(";", 2, 1));
  }

  @Test
  void anotherEncodingIsSeenInTheTextAndSaidOfTheRows() throws IOException {
    Files.write(
        root.resolve("latin.csv"),
        "id,note,amount\n1,Zürich,1\n".getBytes(Charset.forName("windows-1252")));

    assertThat(text("latin.csv", Map.of(), 1).orElseThrow().lines().getLast())
        .contains("Z\uFFFDrich");
    assertThatThrownBy(() -> look("latin.csv", Map.of()))
        .isInstanceOfSatisfying(
            QarionException.class,
            e -> {
              assertThat(e.code()).isEqualTo("file.encoding");
              assertThat(e.problems().getFirst().place().line()).isEqualTo(2);
            });

    Map<String, Object> options = Map.of("encoding", "windows-1252");
    assertThat(text("latin.csv", options, 1).orElseThrow().lines().getLast()).contains("Zürich");
    assertThat(look("latin.csv", options).rows().rows().getFirst()).contains("Zürich");
    assertThatThrownBy(() -> text("latin.csv", Map.of("encoding", "klingon"), 1))
        .hasMessageContaining("There is no encoding 'klingon'");
  }

  @Test
  void packedFilesAreShownUnpacked() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("a.csv.gz")))) {
      out.write("id,note,amount\n1,a,1\n2,b,bad\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(text("a.csv.gz", Map.of(), 1).orElseThrow().lines())
        .containsExactly("id,note,amount", "1,a,1", "2,b,bad");
    assertThat(check("a.csv.gz", Map.of(), ORDERS).shown())
        .extracting(BadRows.Found::line)
        .containsExactly(3L);
  }

  @Test
  void aWorkbookHasSheetsAndNoText() throws IOException {
    Files.copy(
        Path.of(
            System.getProperty("qarion.root"),
            "plugins/files/src/test/resources/samples/readxl/datasets.xlsx"),
        root.resolve("book.xlsx"));

    assertThat(text("book.xlsx", Map.of(), 1)).isEmpty();
    FileLook look = look("book.xlsx", Map.of());
    List<String> sheets = look.sniffed().choices().getOrDefault("sheet", List.of());
    assertThat(sheets).hasSizeGreaterThan(1);
    assertThat(look.sniffed().options()).containsEntry("sheet", sheets.getFirst());
    assertThat(look("book.xlsx", Map.of("sheet", sheets.get(1))).columns())
        .isNotEqualTo(look.columns());
  }

  @Test
  void recordsOfJsonAreFoundWhereverTheyBegin() throws IOException {
    write(
        "a.json",
        "{\"data\": {\"items\": [\n  {\"id\": 1},\n\n  {\n   \"id\": \"x\"},\n {\"id\": 3}]}}");
    Map<String, Object> options = Map.of("records_path", "/data/items");
    Schema declared = Schema.of(Column.of("id", PlainType.INTEGER));

    assertThat(check("a.json", options, declared).shown())
        .extracting(BadRows.Found::line)
        .containsExactly(4L);
    write("b.jsonl", "{\"id\": 1}\n\n{\"id\": \"x\"}\n");
    assertThat(check("b.jsonl", Map.of(), declared).shown())
        .extracting(BadRows.Found::line)
        .containsExactly(3L);
  }

  @Test
  void textIsReadFromAnyLineAndNoFurther() throws IOException {
    write(
        "long.csv",
        IntStream.rangeClosed(1, 50_000)
            .mapToObj(i -> "line " + i)
            .collect(Collectors.joining("\r\n")));
    RawText text =
        studies
            .text(reading("long.csv", Map.of(), Optional.empty()), 40_000, 2, new Cancellation())
            .orElseThrow();
    assertThat(text).isEqualTo(new RawText(40_000, List.of("line 40000", "line 40001"), true));
    RawText end =
        studies
            .text(reading("long.csv", Map.of(), Optional.empty()), 49_999, 200, new Cancellation())
            .orElseThrow();
    assertThat(end).isEqualTo(new RawText(49_999, List.of("line 49999", "line 50000"), false));
  }

  @Test
  void aLineWithoutEndTakesLittleMemory() throws IOException {
    write("endless.csv", "x".repeat(5_000_000));
    assertThat(text("endless.csv", Map.of(), 1).orElseThrow().lines().getFirst())
        .hasSize(RawText.LONGEST_LINE + 1)
        .endsWith("…");
  }

  @Test
  void aLargeFileIsLookedAtByItsBeginning() throws IOException {
    Path file = root.resolve("large.csv");
    String block =
        IntStream.range(0, 10_000)
            .mapToObj(i -> i + ",\"two\nlines\"," + i + ".5\n")
            .collect(Collectors.joining());
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,note,amount\nx,bad,1\n");
      for (long size = 0; size <= FileStudies.SMALL; size += block.length()) {
        out.write(block);
      }
    }
    BadRows bad = check("large.csv", Map.of(), ORDERS);
    assertThat(bad.extent()).isEqualTo(BadRows.Extent.BEGINNING);
    assertThat(bad.rejected()).as("the cut makes no record bad").isEqualTo(1);
    assertThat(bad.rows()).isPositive();
    assertThat(look("large.csv", Map.of()).rows().rows()).hasSize(FileStudies.ROWS);
    List<Double> shares = Collections.synchronizedList(new ArrayList<>());
    BadRows all =
        studies.check(
            reading("large.csv", Map.of(), Optional.of(ORDERS)),
            true,
            shares::add,
            new Cancellation());
    assertThat(shares).isSorted().endsWith(1.0);
    assertThat(all.extent()).isEqualTo(BadRows.Extent.WHOLE);
    assertThat(all.rows()).isGreaterThan(bad.rows());
  }

  @Test
  void filesThatAreMissingOrEmptyAreSaidInWords() throws IOException {
    write("empty.csv", "");
    assertThatThrownBy(() -> look("empty.csv", Map.of())).hasMessageContaining("The file is empty");
    assertThatThrownBy(() -> text("empty.csv", Map.of(), 1))
        .hasMessageContaining("The file is empty");
    assertThatThrownBy(() -> look("none.csv", Map.of())).hasMessageContaining("not there any more");
    assertThatThrownBy(() -> look("../none.csv", Map.of()))
        .hasMessageContaining("outside the project");
  }

  @Test
  void aCancelledLookEndsWithWords() throws IOException {
    write("a.csv", "id,note,amount\n1,a,1\n");
    var cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() ->
            studies.check(
                reading("a.csv", Map.of(), Optional.of(ORDERS)), true, _ -> {}, cancellation))
        .isInstanceOfSatisfying(
            QarionException.class, e -> assertThat(e.code()).isEqualTo(Cancellation.CODE));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  private FileLook look(String file, Map<String, Object> options) {
    return studies.look(reading(file, options, Optional.empty()), new Cancellation());
  }

  private BadRows check(String file, Map<String, Object> options, Schema declared) {
    return studies.check(
        reading(file, options, Optional.of(declared)), false, _ -> {}, new Cancellation());
  }

  private Optional<RawText> text(String file, Map<String, Object> options, long first) {
    return studies.text(
        reading(file, options, Optional.empty()), first, FileStudies.ROWS, new Cancellation());
  }

  private static FileReading reading(
      String file, Map<String, Object> options, Optional<Schema> declared) {
    var settings =
        LoadSettings.from(
            new Settings(
                "tasks[0].config",
                Map.of(
                    "source_path",
                    file,
                    "options",
                    new Settings("tasks[0].config.options", options))));
    return new FileReading(file, settings, declared);
  }
}

package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOptionsTest {

  private static final Column A = Column.of("a", PlainType.INTEGER);
  private static final Column B = Column.of("b", PlainType.STRING);

  @TempDir private Path folder;

  @Test
  void delimiterQuoteAndEscapeAreAsStated() throws IOException {
    var reading = csv(A, B).with("delimiter", ";").with("quote", "'").with("escape", "\\");

    assertThat(reading.rows("a;b\n1;'x;\\'y'\n")).containsExactly("1|x;'y");
  }

  @Test
  void aHeaderIsThereOrNotOrFurtherDown() throws IOException {
    assertThat(csv().with("header", false).rows("1,x\n2,y\n")).containsExactly("1|x", "2|y");
    assertThat(csv().with("header", true).rows("1,x\n2,y\n")).containsExactly("2|y");
    assertThat(csv(A, B).with("header", 3L).rows("junk\n\na,b\n1,x\n")).containsExactly("1|x");
    assertThat(csv(A, B).with("skip_rows", 2L).rows("junk\n\na,b\n1,x\n")).containsExactly("1|x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "windows-1252", "utf-16", "UTF-16LE"})
  void readsOtherEncodings(String encoding) throws IOException {
    Path file = folder.resolve("in.csv");
    Files.write(file, "a,b\n1,Zürich\n2,é\n".getBytes(Charset.forName(encoding)));

    assertThat(csv(A, B).with("encoding", encoding).rows(file)).containsExactly("1|Zürich", "2|é");
  }

  @Test
  void textThatIsNotUtf8NamesItsLineAndTheWayOut() throws IOException {
    Path file = folder.resolve("in.csv");
    Files.write(file, "a,b\n1,x\n2,é\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> csv(A, B).open(file))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("in.csv:3")
        .hasMessageContaining("encoding = \"windows-1252\"");
    assertThatThrownBy(() -> csv(A, B).with("encoding", "klingon").open(file))
        .hasMessageContaining("There is no encoding 'klingon'");
  }

  @Test
  void nullIsWhatIsStatedAndEmptyQuotedTextIsNot() throws IOException {
    assertThat(csv(A, B).rows("a,b\n1,\"\"\n2,\n")).containsExactly("1|", "2|null");
    assertThat(csv(A, B).with("null_values", List.of("NA", "-")).rows("a,b\nNA,-\n1,\"NA\"\n"))
        .containsExactly("null|null", "1|NA");
  }

  @Test
  void numbersAreWrittenAsTheCountryDoes() throws IOException {
    var amount = Column.of("a", new DecimalType(12, 2));
    var reading = csv(amount, B).with("delimiter", ";").with("decimal", ",").with("thousands", ".");

    assertThat(reading.rows("a;b\n1.234,50;x\n7,5;y\n1.23,5;z\n1,234.5;w\n-1.000.000;v\n"))
        .containsExactly("1234.50|x", "7.50|y", "!1.23,5|z", "!1,234.5|w", "-1000000.00|v");
    var swiss = csv(Column.of("a", PlainType.FLOAT)).with("thousands", "'");
    assertThat(swiss.rows("a\n1'234.5\n12'34\n")).containsExactly("1234.5", "!12'34");
    var german = csv(amount).with("delimiter", ";").with("decimal", ",");
    assertThat(german.rows("a\n1.234\n1,23\n")).containsExactly("!1.234", "1.23");
  }

  @Test
  void datesAndTimesHaveFormats() throws IOException {
    var date = Column.of("a", PlainType.DATE);
    var time = Column.of("a", PlainType.TIMESTAMP);

    assertThat(csv(date).with("date_format", "dd.MM.yyyy").rows("a\n05.01.2026\n2026-01-05\n"))
        .containsExactly("2026-01-05", "!2026-01-05");
    assertThat(csv(time).with("timestamp_format", "dd/MM/yyyy HH:mm").rows("a\n05/01/2026 10:30\n"))
        .containsExactly("2026-01-05T10:30");
  }

  @Test
  void timesWithoutOffsetAreInTheSourceZone() throws IOException {
    var time = Column.of("a", PlainType.TIMESTAMP);
    String text = "a\n2026-01-05 10:00:00\n2026-07-05T10:00:00\n2026-07-05T10:00:00+05:00\n";

    assertThat(csv(time).with("source_zone", "Europe/Berlin").rows(text))
        .containsExactly("2026-01-05T09:00", "2026-07-05T08:00", "2026-07-05T05:00");
    assertThat(csv(time).rows(text))
        .containsExactly("2026-01-05T10:00", "2026-07-05T10:00", "2026-07-05T05:00");
  }

  @Test
  void commentsGoAndTheirSignInsideAValueStays() throws IOException {
    String text = "# made by x\na,b\n1,color #fff\n# no record\n2,\"q\n# in quotes\"\n";

    assertThat(csv(A, B).with("comment", "#").rows(text))
        .containsExactly("1|color #fff", "2|q\n# in quotes");
    assertThat(csv(A, B).with("comment", "#").with("skip_rows", 1L).rows("#x\n#y\na,b\n1,x\n"))
        .containsExactly("1|x");
  }

  @Test
  void spacesAreTakenAwayIfAsked() throws IOException {
    assertThat(csv(A, B).rows("a,b\n 1 , x \n")).containsExactly("1| x ");
    assertThat(csv(A, B).with("trim", true).rows("a,b\n 1 , x \n")).containsExactly("1|x");
  }

  @Test
  void packedFilesAreReadAsTheyAre() throws IOException {
    Path gzip = folder.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
    }
    Path zip = folder.resolve("in.csv.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("one.csv"));
      out.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("two.csv"));
    }

    assertThat(csv(A, B).rows(gzip)).containsExactly("1|x");
    assertThatThrownBy(() -> csv(A, B).open(zip)).hasMessageContaining("2 files in it and not one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\r\n1,x\r\n2,y\r\n",
        "a,b\r1,x\r2,y\r",
        "a,b\n1,x\n2,y",
        "\uFEFFa,b\n1,x\n2,y\n",
        "a,b\n\n1,x\n\n\n2,y\n\n",
        "a,b\r\n1,x\n2,y\r\n",
        "a,b\n1,x\r\n2,y\r",
      })
  void lineEndsBlankLinesAndMarksMakeNoDifference(String text) throws IOException {
    assertThat(csv(A, B).rows(text)).containsExactly("1|x", "2|y");
  }

  @Test
  void lineEndsThatChangeLaterAreNamedAndCanBeStated() throws IOException {
    String text = many("\n") + "30001,y\r\n30002,z\r\n";

    assertThatThrownBy(() -> csv(A, B).rows(text))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("line_ends = \"mixed\"");
    assertThat(csv(A, B).with("line_ends", "mixed").rows(text)).hasSize(30_002).endsWith("30002|z");
  }

  @Test
  void quotesMayAppearFirstBehindTheSample() throws IOException {
    assertThat(csv(A, B).rows(many("\n") + "30001,\"x,\"\"y\nz\"\n"))
        .hasSize(30_001)
        .endsWith("30001|x,\"y\nz");
  }

  @Test
  void namesThatAreDoubleOrMissingAreMade() throws IOException {
    var reading = csv();
    Path file = reading.file("in.csv", "a,a,,b\n1,2,3,4\n");

    assertThat(reading.sniffed(file).names()).containsExactly("a", "a_1", "column2", "b");
    assertThat(reading.rows(file)).containsExactly("1|2|3|4");
  }

  @Test
  void aHeaderAloneIsATableWithoutRows() throws IOException {
    assertThat(csv(A, B).with("header", true).rows("a,b\n")).isEmpty();
    assertThatThrownBy(() -> csv().rows("")).hasMessageContaining("The file is empty.");
  }

  @Test
  void oneColumnMakesTheSnifferAsk() throws IOException {
    var reading = csv();

    assertThat(reading.decisions(reading.file("in.csv", "a^b\n1^2\n3^4\n")))
        .anyMatch(decision -> decision.contains("state the delimiter"));
  }

  @Test
  void longTextsAndManyColumnsAreRead() throws IOException {
    assertThat(csv(A, B).rows("a,b\n1," + "x".repeat(5_000_000) + "\n").getFirst())
        .hasSize(5_000_002);
    String names = IntStream.range(0, 400).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String values = IntStream.range(0, 400).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    assertThat(csv().rows(names + "\n" + values + "\n")).containsExactly(values.replace(',', '|'));
  }

  @Test
  void aDeclaredColumnThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> csv(Column.of("amonut", PlainType.FLOAT)).rows("amount,b\n1,2\n"))
        .hasMessageContaining("The file has no column 'amonut'.")
        .hasMessageContaining("amount");
  }

  private Reading csv(Column... columns) {
    var reading = Reading.csv(folder);
    return columns.length == 0 ? reading : reading.declared(columns);
  }

  private static String many(String end) {
    return IntStream.rangeClosed(1, 30_000)
        .mapToObj(i -> i + ",x")
        .collect(Collectors.joining(end, "a,b" + end, end));
  }
}

package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.FileRelation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadRecordsTest {

  private static final Column A = Column.of("a", PlainType.INTEGER);
  private static final Column B = Column.of("b", PlainType.STRING);

  @TempDir private Path folder;
  private LoadFixture fixture;

  @BeforeEach
  void openEngine() {
    fixture = new LoadFixture(folder);
  }

  @AfterEach
  void closeEngine() {
    fixture.close();
  }

  @ParameterizedTest
  @MethodSource("values")
  void aTextIsTakenOnlyIfItsValueDoesNotChange(DataType type, String text, String value)
      throws IOException {
    var outcome = fixture.rejecting(csv("a\n\"" + text + "\"\n", Column.of("a", type)));

    if (value.equals("bad")) {
      assertThat(outcome.rows()).isEmpty();
      assertThat(outcome.rejects()).containsExactly("1|a|" + text);
      assertThat(outcome.result().rejected()).isEqualTo(1);
    } else {
      assertThat(outcome.rejects()).isEmpty();
      assertThat(outcome.rows()).containsExactly("1|" + value);
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
            cases(PlainType.INTEGER, "12.7=bad 1e3=bad 0x10=bad 0b1=bad 1_000=bad +5=5 007=7 -0=0"),
            cases(PlainType.INTEGER, "9223372036854775807=9223372036854775807 12.=bad 1,000=bad"),
            cases(PlainType.INTEGER, "9223372036854775808=bad x=bad --1=bad 12.0=bad =null"),
            cases(new DecimalType(12, 2), "1.005=bad 1.500=1.50 1.5=1.50 5=5.00 .5=0.50 1e2=bad"),
            cases(new DecimalType(12, 2), "12345678901.00=bad 1_0=bad 1.=1.00 +1.25=1.25 x=bad"),
            cases(PlainType.FLOAT, "1e3=1000.0 1.50=1.5 1_0=bad +-5=bad 1e400=bad 0x1=bad 7=7.0"),
            cases(PlainType.FLOAT, "nan=NaN inf=Infinity +1.5=1.5 .5=0.5 1,5=bad e5=bad"),
            cases(PlainType.BOOLEAN, "yes=true t=true 1=true TRUE=true no=false F=false 0=false"),
            cases(PlainType.BOOLEAN, "2=bad on=bad ja=bad 1.0=bad"),
            cases(PlainType.DATE, "2026-01-05=2026-01-05 2026-1-5=2026-01-05 2026-02-30=bad"),
            cases(PlainType.DATE, "05/01/2026=bad infinity=bad epoch=bad 20260105=bad"),
            cases(PlainType.TIME, "10:00:00=10:00 9:05=09:05 24:00:00=bad 10:00:00+02=bad x=bad"),
            cases(PlainType.TIMESTAMP, "2026-01-05=2026-01-05T00:00 infinity=bad epoch=bad"),
            cases(PlainType.TIMESTAMP, "2026-01-05T10:00:00Z=2026-01-05T10:00"),
            cases(PlainType.TIMESTAMP, "2026-01-05T10:00:00+02:00=2026-01-05T08:00 10:00=bad"),
            cases(PlainType.TIMESTAMP, "2026-01-05T10:00:00.123456789=2026-01-05T10:00:00.123456"),
            cases(PlainType.JSON, "[1,2]=[1,2] {=bad 1=1"),
            Stream.of(
                Arguments.of(PlainType.INTEGER, " 12 ", "12"),
                Arguments.of(PlainType.INTEGER, "1 2", "bad"),
                Arguments.of(PlainType.FLOAT, " +-5", "bad"),
                Arguments.of(PlainType.BOOLEAN, " true ", "true"),
                Arguments.of(PlainType.STRING, "", ""),
                Arguments.of(PlainType.DATE, "2026-01-05 10:00:00", "bad"),
                Arguments.of(PlainType.DATE, "2026-01-05 (BC)", "bad"),
                Arguments.of(PlainType.TIME, "2026-01-05 10:00:00", "bad"),
                Arguments.of(PlainType.TIMESTAMP, "2026-01-05 10:00:00", "2026-01-05T10:00"),
                Arguments.of(PlainType.TIMESTAMP, "2026-01-05 10:00:00 Europe/Berlin", "bad"),
                Arguments.of(PlainType.TIMESTAMP, "2026-01-05 10:00:00 (BC)", "bad")))
        .flatMap(part -> part);
  }

  private static Stream<Arguments> cases(DataType type, String pairs) {
    return Stream.of(pairs.split(" "))
        .map(pair -> {
          int equals = pair.indexOf('=');
          return Arguments.of(type, pair.substring(0, equals), pair.substring(equals + 1));
        });
  }

  @Test
  void aBadRecordFailsTheLoadWithItsPlaceAndText() throws IOException {
    var outcome = fixture.strict(csv("a,b\n1,x\noops,y\n3,z\nno,z\n", A, B));

    assertThat(outcome.result().rows()).isZero();
    assertThat(outcome.result().rejected()).isEqualTo(2);
    assertThat(outcome.result().samples().getFirst())
        .hasToString("in.csv, record 2, column 'a': not of type integer — oops");
    assertThat(outcome.places()).containsExactly("2|a", "4|a");
  }

  @Test
  void raggedRecordsFailTheLoadToo() throws IOException {
    var outcome = fixture.strict(csv("a,b\n1,x\n2\n3,y,z\n", A, B));

    assertThat(outcome.result().rejected()).isEqualTo(2);
    assertThat(outcome.result().samples()).extracting("row").containsExactly(2L, 3L);
  }

  @Test
  void countsRecordsAndNotLines() throws IOException {
    String text = "a,b\n1,\"x\ny\"\n2,y,z\n\n3,\"q\"q\n4,ok\n5\noops,ok\n\n\n7,8,9,10\n8,ok";

    var outcome = fixture.rejecting(csv(text, A, B));

    assertThat(outcome.rows()).containsExactly("1|1|x\ny", "4|4|ok", "8|8|ok");
    assertThat(outcome.result().rejected()).isEqualTo(5);
    assertThat(outcome.rejects())
        .containsExactly("2|null|2,y,z", "3|b|3,\"q\"q", "5|b|5", "6|a|oops", "7|null|7,8,9,10");
  }

  @Test
  void blankLinesInsideQuotesAreNoBlankLines() throws IOException {
    String text = "a,b\n1,\"x\n\n\ny\"\n\n2,5\" pipe\n\n3,x,y\n\n4,\"\n\"\n5\n";

    var outcome = fixture.rejecting(csv(text, A, B));

    assertThat(outcome.rows()).containsExactly("1|1|x\n\n\ny", "2|2|5\" pipe", "4|4|\n");
    assertThat(outcome.rejects()).containsExactly("3|null|3,x,y", "5|b|5");
  }

  @Test
  void skippedLinesAndWindowsLineEndsDoNotShiftTheNumbers() throws IOException {
    String text = "junk\r\nmore junk\r\na,b\r\n1,x\r\n2\r\n3,y\r\nz,y\r\n";

    var outcome = fixture.rejecting(fixture.csv(text, Map.of("skip", 2L), A, B));

    assertThat(outcome.rows()).containsExactly("1|1|x", "3|3|y");
    assertThat(outcome.rejects()).containsExactly("2|b|2", "4|a|z");
  }

  @Test
  void aFileWithoutHeaderCountsFromItsFirstLine() throws IOException {
    var outcome = fixture.rejecting(fixture.csv("1\nx,1\n3,y\n", Map.of("header", false), A, B));

    assertThat(outcome.rows()).containsExactly("3|3|y");
    assertThat(outcome.rejects()).containsExactly("1|b|1", "2|a|x");
  }

  @Test
  void aMissingRequiredValueIsBadAlsoWhereItIsQuoted() throws IOException {
    var required = new Column("a", PlainType.INTEGER, true);

    var outcome = fixture.rejecting(csv("a,b\n1,x\n,y\n\"\",z\n4,\n", required, B));

    assertThat(outcome.rows()).containsExactly("1|1|x", "4|4|null");
    assertThat(outcome.rejects()).containsExactly("2|a|", "3|a|");
    assertThat(outcome.result().samples())
        .extracting("reason")
        .containsOnly("a required value is missing");
  }

  @Test
  void anEmptyTextIsNoMissingOne() throws IOException {
    var required = new Column("b", PlainType.STRING, true);

    var outcome = fixture.rejecting(csv("a,b\n1,\"\"\n2,\n", A, required));

    assertThat(outcome.rows()).containsExactly("1|1|");
    assertThat(outcome.rejects()).containsExactly("2|b|");
  }

  @Test
  void aTextInTheLastRecordOfALargeFileIsFound() throws IOException {
    String text =
        IntStream.rangeClosed(1, 200_000)
            .mapToObj(i -> i + ",v" + i)
            .collect(Collectors.joining("\n", "a,b\n", "\nlast,one\n"));
    FileRelation file = csv(text, A, B);

    assertThat(fixture.strict(file).places()).containsExactly("200001|a");
    var outcome = fixture.rejecting(file);
    assertThat(outcome.rows()).hasSize(200_000).endsWith("200000|200000|v200000");
    assertThat(outcome.rejects()).containsExactly("200001|a|last");
  }

  @Test
  void manyMalformedRecordsLeaveTheOthersTheirNumbers() throws IOException {
    String text =
        IntStream.rangeClosed(1, 50_000)
            .mapToObj(i -> i + (i % 7 == 0 ? ",x,y" : i % 5 == 0 ? ",\"x\n" + i + "\"" : ",x"))
            .collect(Collectors.joining("\n", "a,b\n", "\n"));

    var outcome = fixture.rejecting(csv(text, A, B));

    assertThat(outcome.result().rejected()).isEqualTo(50_000 / 7);
    assertThat(outcome.rows())
        .hasSize(50_000 - 50_000 / 7)
        .allMatch(row -> row.split("\\|", -1)[0].equals(row.split("\\|", -1)[1]));
    assertThat(outcome.rejects())
        .allMatch(row -> row.split("\\|", -1)[2].startsWith(row.split("\\|", -1)[0] + ","));
  }

  @Test
  void allRecordsMayBeBad() throws IOException {
    var outcome = fixture.rejecting(csv("a,b\nx,1\ny\nz,1,2\n", A, B));

    assertThat(outcome.rows()).isEmpty();
    assertThat(outcome.result()).extracting("rows", "rejected").containsExactly(0L, 3L);
  }

  @Test
  void everyFileOfABatchHasNumbersOfItsOwn() throws IOException {
    FileRelation first =
        fixture.relation("csv", fixture.file("1.csv", "a,b\n1\n2,x\n"), options(), A, B);
    FileRelation second =
        fixture.relation("csv", fixture.file("2.csv", "a,b\n1,x\n2,x,y\n3,z\n"), options(), A, B);

    var outcome = fixture.rejecting(first, second);

    assertThat(outcome.rows()).containsExactly("2|2|x", "1|1|x", "3|3|z");
    assertThat(outcome.rejects()).containsExactly("1|b|1", "2|null|2,x,y");
  }

  @Test
  void jsonObeysTheSameRules() throws IOException {
    String text = "[{\"a\":1,\"b\":\"x\"},{\"a\":12.5},{\"a\":\"7\",\"b\":null},{\"b\":\"y\"}]";

    var outcome =
        fixture.rejecting(
            fixture.relation(
                "json", fixture.file("in.json", text), Map.of("format", "array"), A, B));

    assertThat(outcome.rows()).containsExactly("1|1|x", "3|7|null", "4|null|y");
    assertThat(outcome.rejects()).containsExactly("2|a|12.5");
  }

  private static Map<String, Object> options() {
    return Map.of(
        "delim", ",", "quote", "\"", "escape", "\"", "header", true, "nullstr", List.of(""));
  }

  private FileRelation csv(String text, Column... columns) throws IOException {
    return fixture.csv(text, Map.of(), columns);
  }
}

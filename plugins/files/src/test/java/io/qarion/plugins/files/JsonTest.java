package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

  private static final Column A = Column.of("a", PlainType.INTEGER);
  private static final Column B = Column.of("b", PlainType.STRING);

  @TempDir private Path folder;

  @Test
  void theConformanceSuiteIsReadOrRefusedAndNeverCrashes() throws IOException {
    var wrong = new ArrayList<String>();
    for (String line : Files.readAllLines(Reading.sample("jsonsuite/test_parsing.tsv"))) {
      String[] parts = line.split("\t", -1);
      Path file = folder.resolve("in.json");
      Files.write(file, Base64.getDecoder().decode(parts[1]));
      Optional<String> refusal = refusal(file);
      boolean mustBeRefused =
          parts[0].startsWith("n_")
              || (parts[0].startsWith("y_")
                  && !isTable(file)
                  && !parts[0].contains("object_empty"));
      boolean mustBeRead = parts[0].startsWith("y_") && isTable(file);
      if ((mustBeRefused && refusal.isEmpty()) || (mustBeRead && refusal.isPresent())) {
        wrong.add(parts[0] + " " + refusal);
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** Objects with fields: a table without a column is none. */
  private static boolean isTable(Path file) throws IOException {
    try {
      JsonNode root =
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(file.toFile());
      return (root.isArray() || root.isObject())
          && !root.isEmpty()
          && (root.isObject()
              || StreamSupport.stream(root.spliterator(), false)
                  .allMatch(item -> item.isObject() && !item.isEmpty()));
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private Optional<String> refusal(Path file) {
    try {
      Reading.json(folder).rows(file);
      return Optional.empty();
    } catch (QarionException e) {
      return Optional.of(e.text());
    }
  }

  @Test
  void columnsOfMixedTypesKeepEveryValueAsText() {
    Path file = Reading.sample("vega/movies.json");
    var reading = Reading.json(folder).declared(Column.of("Title", PlainType.STRING));

    assertThat(reading.rows(file)).hasSize(300).startsWith("The Land Girls").contains("1776");
    assertThat(Reading.json(folder).sniffed(file).find("US Gross"))
        .contains(Column.of("US Gross", PlainType.INTEGER));
  }

  @Test
  void recordsMayStandInsideTheFile() throws IOException {
    String text = "{\"n\":1,\"data\":{\"items\":[{\"a\":1,\"b\":\"x\"},{\"a\":2}]}}";

    assertThat(json(A, B).with("records_path", "/data/items").rows(text))
        .containsExactly("1|x", "2|null");
    assertThatThrownBy(() -> json(A, B).with("records_path", "/nothing").rows(text))
        .hasMessageContaining("There is no object, so there is no record.");
  }

  @Test
  void objectsInsideBecomeColumnsIfAsked() throws IOException {
    String text = "[{\"a\":1,\"c\":{\"d\":\"x\",\"e\":{\"f\":true}}}]";

    var flat = Reading.json(folder).with("flatten", true);
    Path file = flat.file("in.json", text);
    assertThat(flat.sniffed(file).names()).containsExactly("a", "c_d", "c_e_f");
    assertThat(flat.rows(file)).containsExactly("1|x|true");
    assertThat(Reading.json(folder).rows(file))
        .containsExactly("1|{\"d\":\"x\",\"e\":{\"f\":true}}");
  }

  @Test
  void oneObjectIsOneRecord() throws IOException {
    assertThat(json(A, B).rows("{\"a\":1,\"b\":\"x\"}")).containsExactly("1|x");
  }

  @Test
  void whatIsNoObjectIsNeverPassedOver() {
    for (String text :
        List.of("[{\"a\":1,\"b\":\"x\"},2]", "[{\"a\":1,\"b\":\"x\"}", "[1]", "[]")) {
      assertThatThrownBy(() -> json(A, B).rows(text)).isInstanceOf(QarionException.class);
      assertThatThrownBy(() -> json(A, B).with("flatten", true).rows(text))
          .isInstanceOf(QarionException.class);
    }
  }

  @Test
  void numbersKeepTheirDigits() throws IOException {
    var wide = Column.of("a", new DecimalType(38, 20));

    assertThat(json(wide).rows("[{\"a\":123456789012345678.25},{\"a\":1.50}]"))
        .containsExactly("123456789012345678.25000000000000000000", "1.50000000000000000000");
  }

  @Test
  void linesAndTimestampFormatsAreRead() throws IOException {
    var time = Column.of("t", PlainType.TIMESTAMP);
    var lines = Reading.jsonLines(folder).declared(A, time);
    String text = "{\"a\":1,\"t\":\"05.01.2026 10:00\"}\n{\"a\":2}\n";

    assertThat(lines.with("timestamp_format", "dd.MM.yyyy HH:mm").rows(text))
        .containsExactly("1|2026-01-05T10:00", "2|null");
  }

  @Test
  void deepNestingIsReadOrRefused() {
    for (int depth : List.of(100, 100_000)) {
      String text = "[{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}]";
      assertThat(
              Stream.of(json(B), Reading.json(folder).with("flatten", true))
                  .map(reading -> outcome(reading, text)))
          .doesNotContain("crash");
    }
  }

  private static String outcome(Reading reading, String text) {
    try {
      return "read " + reading.rows(text).size();
    } catch (QarionException e) {
      return e.code();
    } catch (IOException e) {
      return "crash " + e.getMessage();
    }
  }

  private Reading json(Column... columns) {
    return Reading.json(folder).declared(columns);
  }
}

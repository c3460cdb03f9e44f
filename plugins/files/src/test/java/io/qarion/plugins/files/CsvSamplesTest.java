package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSamplesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8"
      })
  void readsWhatTheSpectrumExpects(String name) throws IOException {
    List<Map<String, String>> expected = new ArrayList<>();
    Object json =
        new ObjectMapper()
            .readValue(
                Files.readString(Reading.sample("csv-spectrum/json/" + name + ".json")),
                Object.class);
    for (Object row : json instanceof List<?> list ? list : List.of(json)) {
      var texts = new LinkedHashMap<String, String>();
      ((Map<?, ?>) row).forEach((key, value) -> texts.put(key.toString(), value.toString()));
      expected.add(texts);
    }
    Path file = Reading.sample("csv-spectrum/csvs/" + name + ".csv");
    List<String> columns = Reading.csv(folder).with("header", true).open(file).fileColumns();
    Column[] declared =
        columns.stream().map(column -> Column.of(column, PlainType.STRING)).toArray(Column[]::new);

    var rows = Reading.csv(folder).with("header", true).declared(declared).values(file);

    assertThat(rows).hasSize(expected.size());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(columns).containsExactlyElementsOf(expected.get(i).keySet());
      assertThat(rows.get(i)).containsExactlyElementsOf(expected.get(i).values());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"africa", "americas", "asia", "europe", "oceania"})
  void filesOfOneFamilyHaveOneSchema(String name) {
    Path file = Reading.sample("readr/mini-gapminder-" + name + ".csv");

    assertThat(Reading.csv(folder).sniffed(file).columns())
        .containsExactly(
            Column.of("country", PlainType.STRING),
            Column.of("year", PlainType.INTEGER),
            Column.of("lifeExp", PlainType.FLOAT),
            Column.of("pop", PlainType.INTEGER),
            Column.of("gdpPercap", PlainType.FLOAT));
    assertThat(Reading.csv(folder).rows(file))
        .hasSizeGreaterThan(1)
        .noneMatch(r -> r.contains("!"));
  }

  @Test
  void declaredTypesWinOverThoseOfTheSample() {
    var rows =
        Reading.csv(folder)
            .with("null_values", List.of("NA"))
            .declared(Column.of("x", PlainType.FLOAT), Column.of("y", PlainType.DATE))
            .rows(Reading.sample("readr/challenge.csv"));

    assertThat(rows).hasSize(2_000).startsWith("404.0|null").noneMatch(row -> row.contains("!"));
    assertThat(rows.get(1_000)).isEqualTo("0.23837975086644292|2015-01-16");
  }

  @Test
  void aTypeThatStopsToFitIsBadInEachRecordFromThereOn() {
    var rows =
        Reading.csv(folder)
            .with("null_values", List.of("NA"))
            .declared(Column.of("x", PlainType.INTEGER), Column.of("y", PlainType.DATE))
            .rows(Reading.sample("readr/challenge.csv"));

    assertThat(rows.subList(0, 1_000)).noneMatch(row -> row.contains("!"));
    assertThat(rows.get(1_000)).isEqualTo("!0.23837975086644292|2015-01-16");
  }

  @Test
  void aZipHoldsTheSameRows() {
    var plain = Reading.csv(folder).rows(Reading.sample("readr/mtcars.csv"));

    assertThat(plain).hasSize(32);
    assertThat(Reading.csv(folder).rows(Reading.sample("readr/mtcars.csv.zip"))).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"readr/mtcars.csv.bz2", "readxl/clippy.xls", "readxl/clippy.xlsx"})
  void otherFormatsAreRefusedByTheirNames(String name) {
    assertThatThrownBy(() -> Reading.csv(folder).open(Reading.sample(name)))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("The file is ")
        .hasMessageMatching("(?s).*(bzip2|Excel).*");
  }

  @Test
  void postalCodesKeepTheirZeros() {
    Path file = Reading.sample("vega/zipcodes.csv");

    assertThat(Reading.csv(folder).sniffed(file).columns().getFirst())
        .isEqualTo(Column.of("zip_code", PlainType.STRING));
    assertThat(Reading.csv(folder).rows(file).getFirst()).startsWith("00501|40.922326|");
  }

  @Test
  void datesAreReadByTheirFormat() {
    var rows =
        Reading.csv(folder)
            .with("date_format", "MMM d yyyy")
            .declared(
                Column.of("symbol", PlainType.STRING),
                Column.of("date", PlainType.DATE),
                Column.of("price", PlainType.FLOAT))
            .rows(Reading.sample("vega/stocks.csv"));

    assertThat(rows).hasSize(560).startsWith("MSFT|2000-01-01|39.81", "MSFT|2000-02-01|36.35");
    assertThat(rows).noneMatch(row -> row.contains("!"));
  }

  @Test
  void readsTabs() {
    var rows = Reading.tsv(folder).rows(Reading.sample("vega/unemployment.tsv"));

    assertThat(rows).hasSize(3_218).startsWith("1001|0.097");
  }
}

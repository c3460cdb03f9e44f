package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecProjectTest {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Test
  void aDatasetHasItsColumnsInTheOrderOfTheText() {
    DatasetToml.Reading reading = DatasetToml.read(TomlSamples.document("datasets/orders.toml"));
    assertThat(reading.problems())
        .extracting(Problem::code)
        .containsExactly("key.without_effect", "key.without_effect", "key.without_effect");
    assertThat(reading.dataset())
        .isEqualTo(
            new Dataset(
                new DatasetName("orders"),
                Optional.of("raw"),
                "Orders as the shop sends them",
                Schema.of(
                    new Column("order_id", PlainType.INTEGER, true),
                    Column.of("amount", new DecimalType(12, 2)),
                    Column.of("ordered at", PlainType.TIMESTAMP),
                    Column.of("status", PlainType.STRING)),
                List.of("order_id")));
    assertThat(reading.dataset().physicalName()).isEqualTo("raw_orders");
  }

  @Test
  void whatIsWrongWithADatasetHasItsPlace() {
    String toml =
        """
        [columns]
        a = "integer"
        [columns.b]
        schema_type = "txt"
        [columns.c]
        schema_tpye = "date"
        """;
    assertThat(shown(DatasetToml.read(TomlDocument.parse("d.toml", toml)).problems()))
        .containsExactly(
            "d.toml:1:1 (name): 'name' is missing. Write name = \"d\".",
            "d.toml:2:5 (columns.a): 'a' must be a table. Write a = { … }.",
            "d.toml:4:15 (columns.b.schema_type): There is no type 'txt'. Write one of: boolean,"
                + " integer, float, string, date, time, timestamp, json, binary, decimal(p,s).",
            "d.toml:5:10 (columns.c.schema_type): 'schema_type' is missing."
                + " Write schema_type = \"integer\".",
            "d.toml:6:1 (columns.c.schema_tpye): Nothing is known of the key 'schema_tpye';"
                + " it is kept and ignored. Did you mean 'schema_type'?");
    assertThat(shown(DatasetToml.read(TomlDocument.parse("d.toml", "name = 'd'")).problems()))
        .containsExactly(
            "d.toml:1:1 (columns): The dataset has no columns."
                + " Write [columns.id] and below it schema_type = \"integer\".");
  }

  @Test
  void aProjectHasItsSettingsAndAWarningForItsKey() {
    ProjectToml.Reading reading =
        ProjectToml.read(TomlSamples.document("qarion-etl.toml"), "folder");
    assertThat(shown(reading.problems()))
        .containsExactly(
            "qarion-etl.toml:1:14 (fernet_key): The key that opens the project's credentials stands"
                + " in a file that others get. Put it into the environment variable"
                + " QARION_FERNET_KEY and remove the line.");
    assertThat(reading.problems()).noneMatch(Problem::isError);
    assertThat(reading.settings())
        .isEqualTo(
            new ProjectSettings(
                "shop",
                "Orders and payments",
                "sqlite",
                new Settings("engine.config", Map.of("path", "data/shop.db")),
                "data/metadata.db",
                new Settings("variables", Map.of("min_amount", 10L)),
                3));
  }

  @Test
  void anEmptyProjectFileMeansTheDefaults() {
    ProjectToml.Reading reading = ProjectToml.read(TomlDocument.parse("config.toml", ""), "folder");
    assertThat(shown(reading.problems()))
        .containsExactly(
            "config.toml:1:1: The project's file is called 'config.toml'."
                + " Rename it to 'qarion-etl.toml'.");
    assertThat(reading.settings())
        .isEqualTo(
            new ProjectSettings(
                "folder",
                "",
                "duckdb",
                new Settings("engine.config", Map.of()),
                ".qarion/metadata.db",
                new Settings("variables", Map.of()),
                CORES));
  }

  @Test
  void whatIsWrongWithAProjectHasItsPlace() {
    String toml =
        """
        format_version = 7
        [engine]
        nam = "duckdb"
        [limits]
        max_parallel = 0
        """;
    ProjectToml.Reading reading = ProjectToml.read(TomlDocument.parse("q.toml", toml), "p");
    assertThat(reading.readOnly()).isTrue();
    assertThat(reading.settings().maxParallel()).isEqualTo(CORES);
    assertThat(shown(reading.problems()))
        .containsExactly(
            "q.toml:5:16 (limits.max_parallel): 'max_parallel' can't be 0."
                + " Write a number of steps from 1, such as "
                + CORES
                + ".",
            "q.toml:3:1 (engine.nam): Nothing is known of the key 'nam'; it is kept and ignored."
                + " Did you mean 'name'?",
            "q.toml:1:18 (format_version): The file is of format 7; this program knows up to 1 and"
                + " opens it to read only. Update Qarion ETL Designer to change the file.");
  }

  private static List<String> shown(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }
}

package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files can hold finer moments than we keep; that is said and counted. */
class NanosecondsTest {

  private static final String FLOW =
      """
      id = "events"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "fine", schema_type = "timestamp" },
        { name = "coarse", schema_type = "timestamp" },
      ]

      [properties.load]
      source_path = "data/events.parquet"
      landing = "LANDING"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"table", "direct"})
  void cutNanosecondsAreCountedAndTheRunGoesOn(String landing) throws Exception {
    TestProject project =
        TestProject.empty(folder.resolve("project"))
            .write("flows/events.toml", FLOW.replace("LANDING", landing));
    write(
        """
        SELECT n AS id, make_timestamp_ns(1700000000000000000 + n) AS fine,
          make_timestamp_ns(1700000000000000000 + n * 1000) AS coarse
        FROM range(1001) AS numbers(n)\
        """,
        project.root().resolve("data/events.parquet"));

    var run = project.run("events");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "warning: data/events.parquet: 999 values of column 'fine' have nanoseconds;"
                + " they were cut to microseconds."
                + " Declare the column as string to keep them as they are written.");
    assertThat(project.rows("events", "change_feed")).hasSize(1 + 1001);
  }

  private static void write(String select, Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
    }
  }
}

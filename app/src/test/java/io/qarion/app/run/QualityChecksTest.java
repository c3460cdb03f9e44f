package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityChecksTest {

  private static final String FLOW =
      """
      id = "people"
      flow_type = "standard"

      [[tasks]]
      id = "load_cities"
      type = "ingestion"
      target_dataset_id = "cities"
      config = { source_path = "data/cities.csv" }

      [[tasks]]
      id = "load_people"
      type = "ingestion"
      target_dataset_id = "people"
      config = { source_path = "data/people.csv" }

      [[tasks]]
      id = "check"
      type = "quality_check"
      source_dataset_id = "people"
      dependencies = ["load_cities", "load_people"]

      [[tasks.config.checks]]
      check_id = "it"
      check_name = "it"
      check_type = "CHECK"
      columns = ["COLUMN"]
      severity = "warning"
      config = { CONFIG }
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("data/cities.csv", "city,country\nLisbon,PT\nPorto,PT\n")
            .write(
                "data/people.csv",
                """
                name,city,age,born,seen
                Ann,Lisbon,20,1990-01-01,2026-01-01 10:00:00
                Bob,Porto,17,x,2026-01-02 10:00:00
                Ann,Faro,,1985-05-05,2026-01-01 10:00:00
                ,Lisbon,130,2001-02-30,2026-01-01 10:00:00
                "",Porto,50,1999-12-31,2026-01-01 10:00:00
                """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "completeness; name; ; 1 of 5 rows fail",
        "completeness; name; empty_is_null = true; 2 of 5 rows fail",
        "uniqueness; name; ; 2 of 5 rows fail",
        "allowed_values; city; values = [\"Lisbon\", \"Porto\"]; 1 of 5 rows fail",
        "allowed_values; city; dataset_id = \"cities\", column = \"city\"; 1 of 5 rows fail",
        "pattern; city; regex = \"^L\"; 3 of 5 rows fail",
        "pattern; city; regex = \"L|Lisbon\", full_match = true; 3 of 5 rows fail",
        "range; age; min = 18, max = 100; 2 of 5 rows fail",
        "range; age; min = 20, inclusive = false; 2 of 5 rows fail",
        "length; city; min = 5, max = 5; 3 of 5 rows fail",
        "type; born; schema_type = \"date\"; 2 of 5 rows fail",
        "expression; age; expression = \"age > 18 and name is not null\"; 3 of 5 rows fail",
        "referential; city; dataset_id = \"cities\", columns = [\"city\"]; 1 of 5 rows fail",
        "row_count; age; min = 5, max = 5; 5 where >= 5 and <= 5 is expected",
        "row_count; age; min = 6; 5 where >= 6 is expected",
        "row_count_change; age; max_ratio = 0.1; 5 where any number is expected",
        "freshness; seen; max_age = \"24h\"; 2026-01-02 10:00:00 where no older than 1d is",
        "freshness; seen; max_age = \"5200w\"; 2026-01-02 10:00:00 where no older than 36400d is",
        "statistic; age; statistic = \"sum\", min = 217, max = 217; 217 where >= 217 and <= 217",
        "statistic; age; statistic = \"mean\", max = 54; 54.25 where <= 54 is expected",
        "statistic; age; statistic = \"null_count\", max = 1; 1 where <= 1 is expected",
        "statistic; city; statistic = \"distinct_count\", min = 4; 3 where >= 4 is expected",
        "schema; city; columns = { age = \"integer\" }; name string, city string, age integer,"
            + " born",
        "schema; city; columns = { age = \"string\", x = \"date\" }; age is integer, x is missing",
        "schema; city; columns = { age = \"integer\" }, exact = true; name is not expected, city"
            + " is",
        "custom_sql; city; query = \"SELECT * FROM {{ source_dataset }} WHERE age > 100\"; 1 of 5",
        "completeness; city; ; all 5 rows pass",
        "completeness; name; threshold = 0.8; 1 of 5 rows fail",
      })
  void aCheckCountsTheRowsThatFail(String type, String column, String config, String found)
      throws IOException {
    var output = check(type, column, config == null ? "" : config);

    assertThat(output.out()).contains("it: " + found);
    assertThat(output.code()).isZero();
  }

  @Test
  void aShareMayBeEnough() throws IOException {
    assertThat(check("completeness", "name", "threshold = 0.8").out()).contains("✓ it");
    assertThat(check("completeness", "name", "threshold = 0.9").out()).contains("✗ it");
  }

  @Test
  void anErrorFailsTheRunAndShowsRows() throws IOException {
    project.write(
        "flows/people.toml", flow("range", "age", "max = 100").replace("warning", "error"));

    var output = project.run("people");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err())
        .contains("1 of 5 rows fail, such as (null, Lisbon, 130, 2001-02-30, 2026-01-01T10:00)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "completness; name; ; There is no check 'completness'. Did you mean 'completeness'?",
        "completeness; nme; ; There is no column 'nme' here.",
        "referential; city; ; The check does not say where the values are.",
        "referential; city; dataset_id = \"citie\"; There is no dataset 'citie'. Did you mean"
            + " 'cities'?",
        "referential; city; dataset_id = \"cities\", columns = [\"town\"]; There is no column"
            + " 'town'",
        "referential; age; dataset_id = \"cities\", columns = [\"city\"]; Column 'age' (integer)"
            + " can't",
        "completeness; name; threshold = 1.5; A threshold is a share from 0 to 1, not 1.5.",
        "row_count; name; min = 1, threshold = 0.5; so no share of them can pass.",
        "row_count; name; min = 3, max = 2; Nothing is at least 3 and at most 2.",
        "range; age; ; The check has no bounds.",
        "range; age; min = \"x\"; An integer cannot be compared with a string.",
        "pattern; city; regex = \"(\"; This is no pattern: Unclosed group.",
        "pattern; city; regex = \"(?=a)\"; Patterns cannot look around.",
        "expression; age; expression = \"aeg > 1\"; There is no column aeg. Write age.",
        "expression; age; expression = \"age >\"; error",
        "type; city; schema_type = \"intger\"; There is no type 'intger'. Did you mean 'integer'?",
        "freshness; city; max_age = \"1h\"; 'city' is string and no time.",
        "freshness; seen; max_age = \"soon\"; 'soon' is no age.",
        "statistic; age; statistic = \"avg\", min = 1; There is no statistic 'avg'.",
        "statistic; city; statistic = \"sum\", min = 1; error",
        "schema; city; columns = { a = \"int\" }; There is no type 'int'.",
        "custom_sql; city; ; The check has no query.",
        "custom_sql; city; query = \"DELETE FROM people\"; error",
      })
  void aCheckThatMakesNoSenseIsRefused(String type, String column, String config, String message)
      throws IOException {
    project.write("flows/people.toml", flow(type, column, config == null ? "" : config));

    var output = project.command("validate");

    assertThat(output.code()).isEqualTo(3);
    assertThat(output.out()).contains("flows/people.toml:").contains(message);
  }

  private TestProject.Output check(String type, String column, String config) throws IOException {
    project.write("flows/people.toml", flow(type, column, config));
    return project.run("people");
  }

  private static String flow(String type, String column, String config) {
    return FLOW.replace("CHECK", type).replace("COLUMN", column).replace("CONFIG", config);
  }
}

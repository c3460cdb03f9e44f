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
                name,city,age,born
                Ann,Lisbon,20,1990-01-01
                Bob,Porto,17,x
                Ann,Faro,,1985-05-05
                ,Lisbon,130,2001-02-30
                "",Porto,50,1999-12-31
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
    assertThat(output.err()).contains("1 of 5 rows fail, such as (null, Lisbon, 130, 2001-02-30)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "completness; name; ; There is no check 'completness'. Did you mean 'completeness'?",
        "completeness; nme; ; There is no column 'nme' here.",
        "referential; city; ; The check does not say where the values are.",
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

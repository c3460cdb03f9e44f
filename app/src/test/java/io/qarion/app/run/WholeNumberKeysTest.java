package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys that are whole numbers are checked in ways of their own: near ones, far ones, all of them.
 */
class WholeNumberKeysTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 3 4 5",
        "5 3 1 4 2",
        "7",
        "-3 -2 -1 0 1",
        "-2000000000 -1 0 2000000000",
        "-9223372036854775808 0 9223372036854775807",
        "-9223372036854775808 -9223372036854775807 -9223372036854775806",
        "9223372036854775805 9223372036854775806 9223372036854775807",
        "-9223372036854775807 -9223372036854775806",
      })
  void keysThatOccurOnceAreTakenAndADoubledOneIsNamed(String keys) throws IOException {
    TestProject project = project(keys);

    assertThat(project.run("load").err()).isEmpty();
    assertThat(project.rows("load", "load")).hasSize(1 + keys.split(" ", -1).length);

    String last = keys.substring(keys.lastIndexOf(' ') + 1);
    var doubled = project(keys + " " + last).run("load");

    assertThat(doubled.code()).isEqualTo(1);
    assertThat(doubled.err())
        .contains("1 values of the primary key (id) occur more than once: (" + last + ").");
  }

  private TestProject project(String keys) throws IOException {
    return TestProject.empty(folder.resolve("project" + keys.length()))
        .write("data/keys.csv", "id\n" + keys.replace(' ', '\n') + "\n")
        .write(
            "datasets/keys.toml",
            """
            name = "keys"

            [columns.id]
            schema_type = "integer"
            primary_key = true
            """)
        .write(
            "flows/load.toml",
            """
            id = "load"
            flow_type = "standard"

            [[tasks]]
            id = "load"
            type = "ingestion"
            target_dataset_id = "keys"
            config = { source_path = "data/keys.csv" }
            """);
  }
}

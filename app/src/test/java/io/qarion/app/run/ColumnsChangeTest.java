package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of stored tables when the declared columns or the key change. */
class ColumnsChangeTest {

  private static final String ID = "{ name = \"id\", schema_type = \"integer\", required = true }";
  private static final String NAME = "{ name = \"name\", schema_type = \"string\" }";
  private static final String AGE = "{ name = \"age\", schema_type = \"integer\" }";

  @TempDir private Path folder;
  private TestProject project;
  private String properties = "";
  private String load = "";

  @BeforeEach
  void begin() throws IOException {
    project = TestProject.empty(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "landing = \"direct\""})
  void anAddedColumnMakesNoRecordChangedUntilTwoBatchesHaveIt(String option) throws IOException {
    load = option;
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,Ann\n2,Bob\n");
    declared("id", ID, NAME, AGE);
    deliver(2, "id,name,age\n1,Ann,30\n2,Ben,40\n");
    deliver(3, "id,name,age\n1,Ann,31\n2,Ben,40\n");

    assertThat(feed("id", "name", "age", "xt_record_type", "xt_changed_columns"))
        .containsExactly(
            "1: 1,Ann,,new,",
            "1: 2,Bob,,new,",
            "2: 2,Ben,40,changed,name",
            "3: 1,Ann,31,changed,age");
  }

  @Test
  void aFullRefreshAfterwardsGivesTheSameFeed() throws IOException {
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,Ann\n2,Bob\n");
    declared("id", ID, NAME, AGE);
    deliver(2, "id,name,age\n1,Ann,30\n2,Ben,40\n");
    List<String> before = feed("id", "name", "age", "xt_record_type");

    assertThat(project.run("people", "--full-refresh").err()).isEmpty();

    assertThat(feed("id", "name", "age", "xt_record_type")).isEqualTo(before);
  }

  @Test
  void aFullRefreshKnowsAColumnThatNoBatchHasYet() throws IOException {
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,Ann\n");
    declared("id", ID, NAME, AGE);

    assertThat(project.run("people", "--full-refresh").err()).isEmpty();

    assertThat(feed("id", "name", "age")).containsExactly("1: 1,Ann,");
  }

  @Test
  void theStateOfPartialDeliveriesIsComparedRecordByRecord() throws IOException {
    properties = "snapshot_type = \"partial\"";
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,Ann\n2,Bob\n");
    declared("id", ID, NAME, AGE);
    deliver(2, "id,name,age\n1,Ann,30\n");
    deliver(3, "id,name,age\n1,Ann,31\n2,Bob,40\n");

    assertThat(feed("id", "age", "xt_record_type"))
        .containsExactly("1: 1,,new", "1: 2,,new", "3: 1,31,changed");
  }

  @Test
  void aRemovedColumnIsKeptAndNoLongerWritten() throws IOException {
    String age = AGE.replace(" }", ", required = true }");
    declared("id", ID, NAME, age);
    deliver(1, "id,name,age\n1,Ann,30\n");
    declared("id", ID, NAME);
    deliver(2, "id,name,age\n1,Ann,31\n2,Bob,40\n");
    declared("id", ID, NAME, AGE);

    assertThat(feed("id", "name", "age", "xt_record_type"))
        .containsExactly("1: 1,Ann,30,new", "2: 2,Bob,,new");
  }

  @Test
  void aColumnThatComesBackIsNotComparedWithBatchesThatLackedIt() throws IOException {
    declared("id", ID, NAME, AGE);
    deliver(1, "id,name,age\n1,Ann,30\n");
    declared("id", ID, NAME);
    deliver(2, "id,name,age\n1,Anna,31\n");
    declared("id", ID, NAME, AGE);
    deliver(3, "id,name,age\n1,Anna,32\n");
    deliver(4, "id,name,age\n1,Anna,33\n");

    assertThat(feed("xt_record_type", "xt_changed_columns"))
        .containsExactly("1: new,", "2: changed,name", "4: changed,age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"decimal(6,2)", "float", "string"})
  void aWidenedColumnIsConvertedAndEqualValuesStayEqual(String type) throws IOException {
    declared("id", ID, AGE);
    deliver(1, "id,age\n1,30\n2,40\n");
    declared("id", ID, AGE.replace("\"integer\"", "\"" + type + "\""));
    deliver(2, "id,age\n1,30\n2,41\n");

    assertThat(feed("id", "xt_record_type"))
        .containsExactly("1: 1,new", "1: 2,new", "2: 2,changed");
  }

  @Test
  void aDecimalWithoutRoomForOldValuesIsRefused() throws IOException {
    declared("id", ID, AGE);
    deliver(1, "id,age\n1,3000\n2,4\n");
    declared("id", ID, AGE.replace("\"integer\"", "\"decimal(4,2)\""));
    project.write("data/2.csv", "id,age\n1,3\n");

    assertThat(project.run("people").err())
        .contains("would become decimal(4,2), which has no room for 1 of its values.");
  }

  @Test
  void aTypeThatOldValuesMayNotHaveIsRefusedWithTwoWaysOut() throws IOException {
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,10\n");
    declared("id", ID, NAME.replace("string", "integer"));
    project.write("data/2.csv", "id,name\n1,10\n");

    var refused = project.run("people");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "Column 'name' of the stored dataset 'people_landing' is string and would become"
                + " integer.",
            "Run with --reload to make it anew from its files, or with --keep-old-tables to keep it"
                + " as 'people_landing_v1' and begin a new one.",
            "Column 'name' of the stored dataset 'people_change_feed'");
    assertThat(project.run("people", "--reload").err()).isEmpty();
    assertThat(feed("id", "name", "xt_record_type")).containsExactly("1: 1,10,new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "landing = \"direct\""})
  void oldTablesCanBeKeptUnderAnotherName(String option) throws IOException {
    load = option;
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,10\n2,x\n");
    declared("id", ID, NAME.replace("string", "integer"));
    project.write("data/2.csv", "id,name\n1,10\n");

    var run = project.run("people", "--keep-old-tables");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "The rows of 'people_landing' are kept as table 'people_landing_v1'",
            "The rows of 'people_change_feed' are kept as table 'people_change_feed_v1'");
    assertThat(feed("id", "name", "xt_record_type")).containsExactly("2: 1,10,new");
    assertThat(project.run("people").out()).contains("Nothing to do");
  }

  @Test
  void tablesAreNotPutAsideUnderAnUnfinishedBatch() throws IOException {
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,10\n");
    project.write("data/2.csv", "id,name\n1,20\n");
    assertThat(project.run("people", "--to", "landing").code()).isZero();
    declared("id", ID, NAME.replace("string", "integer"));

    assertThat(project.run("people", "--keep-old-tables").err())
        .contains("Batch 2 is not finished, and its rows stand in the tables to be kept.");
    var restarted = project.run("people", "--keep-old-tables", "--restart");

    assertThat(restarted.code()).as(restarted.err()).isZero();
    assertThat(feed("id", "name", "xt_record_type")).containsExactly("3: 1,20,new");
  }

  @Test
  void anotherPrimaryKeyIsRefusedUntilEverythingIsReadAgain() throws IOException {
    declared("id", ID, NAME);
    deliver(1, "id,name\n1,Ann\n2,Bob\n");
    declared("id\", \"name", ID, NAME);
    project.write("data/2.csv", "id,name\n1,Ann\n1,Bob\n");

    assertThat(project.run("people").err())
        .contains(
            "The primary key of the stored dataset 'people_landing' is (id) and would become (id,"
                + " name).");
    assertThat(project.run("people", "--full-refresh").err()).contains("The primary key of");
    assertThat(project.run("people", "--reload").err()).isEmpty();
    assertThat(feed("id", "name", "xt_record_type"))
        .containsExactly("1: 1,Ann,new", "1: 2,Bob,new", "2: 1,Bob,new", "2: 2,Bob,deleted");
    assertThat(project.run("people").out()).contains("Nothing to do");
  }

  /** Writes the flow with other columns. */
  private void declared(String key, String... columns) throws IOException {
    project.write(
        "flows/people.toml",
        """
        id = "people"
        flow_type = "change_feed"

        [input]
        primary_key = ["%s"]
        columns = [
          %s,
        ]

        [properties]
        %s

        [properties.load]
        source_path = "data"
        file_pattern = "*.csv"
        %s
        """
            .formatted(key, String.join(",\n  ", columns), properties, load));
  }

  private void deliver(int day, String text) throws IOException {
    var run = project.write("data/" + day + ".csv", text).run("people");
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** The batch and some columns of each row of the feed. */
  private List<String> feed(String... columns) throws IOException {
    project.write(
        "flows/look.toml",
        """
        id = "look"
        flow_type = "export_flow"

        [properties.export]
        source_dataset_id = "people_change_feed"
        export_mode = "full"
        file_path = "out/look.csv"
        """);
    var run = project.run("look");
    assertThat(run.code()).as(run.err()).isZero();
    List<List<String>> lines = project.read("out/look.csv").lines().map(CsvCells::of).toList();
    List<String> names = lines.getFirst();
    return lines.stream()
        .skip(1)
        .map(cells ->
            cells.get(names.indexOf("batch_id"))
                + ": "
                + Stream.of(columns)
                    .map(column -> names.contains(column) ? cells.get(names.indexOf(column)) : "?")
                    .collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }
}

package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow type error_parking, from files to tables, corrected and done again. */
class ErrorParkingTest {

  private static final String FLOW =
      """
      id = "members"
      flow_type = "error_parking"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "name", schema_type = "string" },
        { name = "age", schema_type = "integer" },
      ]

      [[properties.quality_checks]]
      check_id = "named"
      check_name = "Members have a name"
      check_type = "completeness"
      columns = ["name"]
      config = { threshold = 1.0 }

      [[properties.quality_checks]]
      check_id = "once"
      check_type = "uniqueness"
      columns = ["id"]

      [[properties.quality_checks]]
      check_id = "of_age"
      check_type = "range"
      columns = ["age"]
      config = { min = 18 }

      [properties.load]
      source_path = "data"
      file_pattern = "members*.csv"
      batching = "per_file"
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/members.toml", FLOW)
            .write("flows/look.toml", LOOK)
            .write(
                "data/members1.csv",
                """
                id,name,age
                1,Ann,20
                2,,17
                3,Bob,30
                3,Cid,40
                """)
            .write("data/members2.csv", "id,name,age\n3,Dan,50\n4,,60\n");
  }

  private static final String LOOK =
      """
      id = "look"
      flow_type = "standard"

      [[tasks]]
      id = "passed"
      type = "transformation"
      source_dataset_ids = ["members_target"]
      target_dataset_id = "passed"
      [tasks.config]
      sql = "SELECT id, name, age, batch_id, xt_parked_batch_id FROM {{ members_target }}"

      [[tasks]]
      id = "parked"
      type = "transformation"
      source_dataset_ids = ["members_error_parking"]
      target_dataset_id = "parked"
      [tasks.config]
      sql = "SELECT id, name, age, batch_id AS delivery, xt_failed_checks, xt_status, xt_source_row, xt_replayed_batch_id FROM {{ members_error_parking }}"
      """;

  private List<String> passed() throws IOException {
    var output = project.run("look");
    assertThat(output.code()).as(output.err()).isZero();
    List<String> rows = project.rows("look", "passed");
    return rows.subList(1, rows.size());
  }

  private List<String> parked() throws IOException {
    var output = project.run("look");
    assertThat(output.code()).as(output.err()).isZero();
    List<String> rows = project.rows("look", "parked");
    return rows.subList(1, rows.size());
  }

  @Test
  void goodRowsPassAndTheOthersAreParkedWithEveryCheckTheyFail() throws IOException {
    var output = project.run("members");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(output.err())
        .contains("Rows that fail checks and are parked in 'members_error_parking': 3.");
    assertThat(passed()).containsExactly("1,Ann,20,1,", "3,Dan,50,2,");
    assertThat(parked())
        .containsExactly(
            "2,,17,1,\"named, of_age\",parked,2,",
            "3,Bob,30,1,once,parked,3,",
            "3,Cid,40,1,once,parked,4,",
            "4,,60,2,named,parked,2,");
  }

  private String idOf(String id, String name) throws IOException {
    return project.rows("members", "park").stream()
        .map(CsvCells::of)
        .filter(cells -> cells.get(0).equals(id) && cells.get(1).equals(name))
        .map(cells -> cells.get(4))
        .findFirst()
        .orElseThrow();
  }

  /** Row 2 gets a name and an age, one 3 another id, the other 3 is given up, 4 stays nameless. */
  private void correct() throws IOException {
    assertThat(project.run("members").code()).isZero();
    project.write(
        "corrections.csv",
        """
        xt_parking_id,id,name,age,xt_status
        %s,2,Eve,18,
        %s,5,Bob,30,parked
        %s,3,Cid,40,discarded
        %s,4,,61,
        """
            .formatted(idOf("2", ""), idOf("3", "Bob"), idOf("3", "Cid"), idOf("4", "")));
    var output = project.command("replay", "members", "--corrections", "corrections.csv");
    assertThat(output.code()).as(output.err()).isZero();
  }

  private static final List<String> PASSED =
      List.of("1,Ann,20,1,", "2,Eve,18,3,1", "3,Dan,50,2,", "5,Bob,30,3,1");

  private static final List<String> PARKED =
      List.of(
          "2,Eve,18,1,\"named, of_age\",replayed,2,3",
          "3,Cid,40,1,once,discarded,4,3",
          "4,,61,2,named,parked,2,",
          "5,Bob,30,1,once,replayed,3,3");

  @Test
  void correctedRowsMoveToTheTargetWithBothBatches() throws IOException {
    correct();

    assertThat(passed()).containsExactlyElementsOf(PASSED);
    assertThat(parked()).containsExactlyElementsOf(PARKED);
  }

  @Test
  void aRowMovesOnce() throws IOException {
    correct();

    var again = project.command("replay", "members", "--corrections", "corrections.csv");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).contains("Corrections of rows that are parked no more: 3.");
    var all = project.command("replay", "members");
    assertThat(all.code()).as(all.err()).isZero();

    assertThat(passed()).containsExactlyElementsOf(PASSED);
    assertThat(parked()).containsExactlyElementsOf(PARKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rerun", "--full-refresh", "--reload"})
  void doneAgainCorrectionsAreKept(String again) throws IOException {
    correct();

    var output = project.run("members", again);

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(passed()).containsExactlyElementsOf(PASSED);
    assertThat(parked()).containsExactlyElementsOf(PARKED);
  }

  @Test
  void aRunAfterAReplayTakesNewFilesAsAlways() throws IOException {
    correct();
    project.write("data/members3.csv", "id,name,age\n6,,7\n7,Flo,70\n");

    var output = project.run("members");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(passed()).hasSize(PASSED.size() + 1).contains("7,Flo,70,4,");
    assertThat(parked()).hasSize(PARKED.size() + 1);
    assertThat(project.run("members", "--rerun").code()).isZero();
    assertThat(passed()).hasSize(PASSED.size() + 1).containsAll(PASSED);
    assertThat(parked()).hasSize(PARKED.size() + 1).containsAll(PARKED);
  }

  @Test
  void aReplayLeavesFilesThatWaitAlone() throws IOException {
    assertThat(project.run("members").code()).isZero();
    project.write("data/members3.csv", "id,name,age\n7,Flo,70\n");

    assertThat(project.command("replay", "members").code()).isZero();
    assertThat(passed()).hasSize(2);

    assertThat(project.run("members").code()).isZero();
    assertThat(passed()).hasSize(3);
  }

  @Test
  void whatIsExportedCanBeEditedAndHandedIn() throws IOException {
    assertThat(project.run("members").code()).isZero();
    assertThat(project.command("export", "members", "park", "parked.csv").code()).isZero();
    project.replace("parked.csv", "4,,60", "4,Gus,60");

    var output = project.command("replay", "members", "--corrections", "parked.csv");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(passed()).contains("4,Gus,60,3,2").hasSize(3);
  }

  @Test
  void withoutCorrectionsAllParkedRowsAreCheckedAgain() throws IOException {
    assertThat(project.run("members").code()).isZero();
    project.replace("flows/members.toml", "min = 18", "min = 15");
    project.replace("flows/members.toml", "columns = [\"name\"]", "columns = [\"id\"]");

    var output = project.command("replay", "members");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(passed()).containsExactly("1,Ann,20,1,", "2,,17,3,1", "3,Dan,50,2,", "4,,60,3,2");
  }

  @Test
  void aCorrectionThatRepeatsARowOfItsDeliveryIsParkedAgain() throws IOException {
    assertThat(project.run("members").code()).isZero();
    project.write("fix.csv", "xt_parking_id,id\n" + idOf("3", "Bob") + ",1\n");

    assertThat(project.command("replay", "members", "--corrections", "fix.csv").code()).isZero();

    assertThat(passed()).hasSize(2);
    assertThat(parked()).contains("1,Bob,30,1,once,parked,3,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "xt_parking_id,id|nobody,1; Corrections that name no row in 'members_error_parking': 1.",
        "id,name|1,x; The file does not say which rows it speaks of.",
        "xt_parking_id,nam|ID,x; The input has no column 'nam'. Did you mean 'name'?",
        "xt_parking_id,age|ID,old; 1 corrections can't be read as declared:",
        "xt_parking_id,xt_status|ID,gone; Corrections with another xt_status than parked or",
        "xt_parking_id,age|ID,1|ID,2; Write each row once.",
      })
  void aFileThatMakesNoSenseChangesNothing(String text, String message) throws IOException {
    assertThat(project.run("members").code()).isZero();
    List<String> before = parked();
    project.write("bad.csv", text.replace("|", "\n").replace("ID", idOf("4", "")) + "\n");

    var output = project.command("replay", "members", "--corrections", "bad.csv");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err()).contains(message);
    assertThat(parked()).isEqualTo(before);
    assertThat(project.run("members").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "threshold = 1.0; threshold = 0.9; so no share of them may fail.",
        "\"uniqueness\"; \"row_count\"; A row_count check looks at all rows together",
        "columns = [\"age\"]; columns = [\"aeg\"]; There is no column 'aeg' here.",
      })
  void aCheckThatCannotParkIsRefused(String written, String mistake, String message)
      throws IOException {
    project.replace("flows/members.toml", written, mistake);

    var output = project.command("validate");

    assertThat(output.code()).isEqualTo(3);
    assertThat(output.out()).contains("flows/members.toml:").contains(message);
  }

  @Test
  void aFlowThatParksNothingHasNothingToReplay() throws IOException {
    assertThat(project.run("members").code()).isZero();
    var output = project.command("replay", "look");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err()).contains("The flow 'look' parks no rows");
  }
}

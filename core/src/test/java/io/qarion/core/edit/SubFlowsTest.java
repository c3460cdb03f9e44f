package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps become a flow that a step runs, and come back. */
class SubFlowsTest {

  private static final TomlDocument FLOW =
      TomlDocument.parse(
          "flows/shop.toml",
          """
          # The shop.
          id = "shop"
          name = "Shop"
          flow_type = "standard"
          description = "Everything"

          [variables]
          least = 3
          most = 9

          [[tasks]]
          id = "load"
          type = "ingestion"
          target_dataset_id = "raw"
          config = { source_path = "data/raw.csv" }

          # Only what counts.
          [[tasks]]
          id = "keep"
          type = "transformation"
          source_dataset_id = "raw"
          target_dataset_id = "kept"
          dependencies = ["load"]

          [[tasks.rules]]
          operation = "filter"
          condition = "x >= :least" # not above :most_of_all

          [[tasks]]
          id = "add"
          name = "Add up"
          type = "transformation"
          source_dataset_id = "kept"
          target_dataset_id = "sums"
          dependencies = ["keep"]

          [[tasks]]
          id = "write"
          type = "export"
          source_dataset_id = "sums"
          dependencies = ["add"]
          config = { path = "out.csv" }

          [designer.nodes.keep]
          x = 100
          y = 40

          [designer.nodes.add]
          x = 300
          y = 60

          [[designer.groups]]
          id = "group"
          name = "Middle"
          steps = ["keep", "add", "write"]
          """);

  private static final String MADE =
      """
      id = "sums"
      name = "The sums"
      flow_type = "standard"

      [variables]
      least = 3

      # Only what counts.
      [[tasks]]
      id = "keep"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "kept"

      [[tasks.rules]]
      operation = "filter"
      condition = "x >= :least" # not above :most_of_all

      [[tasks]]
      id = "add"
      name = "Add up"
      type = "transformation"
      source_dataset_id = "kept"
      target_dataset_id = "sums"
      dependencies = ["keep"]

      [designer.nodes.keep]
      x = 100
      y = 40

      [designer.nodes.add]
      x = 300
      y = 60
      """;

  private static final String REST =
      """
      # The shop.
      id = "shop"
      name = "Shop"
      flow_type = "standard"
      description = "Everything"

      [variables]
      least = 3
      most = 9

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"
      config = { source_path = "data/raw.csv" }

      [[tasks]]
      id = "sums"
      name = "The sums"
      type = "flow"
      dependencies = ["load"]

      [tasks.properties]
      flow_id = "sums"
      variables = { least = ":least" }

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "sums"
      dependencies = ["sums"]
      config = { path = "out.csv" }

      [designer.nodes.sums]
      x = 200
      y = 50

      [[designer.groups]]
      id = "group"
      name = "Middle"
      steps = ["write", "sums"]
      """;

  @Test
  void theStepsStandInAFlowOfTheirOwnWithTheirCommentsAndVariables() {
    SubFlows.Extracted extracted = extract("keep", "add");

    assertThat(extracted.made().text()).isEqualTo(MADE);
    assertThat(extracted.reads()).containsExactly(new DatasetName("raw"));
    assertThat(extracted.gives()).containsExactly(new DatasetName("sums"));
  }

  @Test
  void oneStepRunsItInTheirPlace() {
    SubFlows.Extracted extracted = extract("keep", "add");

    assertThat(extracted.call()).isEqualTo(new TaskId("sums"));
    assertThat(extracted.rest().text()).isEqualTo(REST);
  }

  @Test
  void aStepThatOnlyReadsTheRowsWaitsForTheFlowToo() {
    TomlDocument loose = text("dependencies = [\"add\"]\n", "");

    assertThat(
            SubFlows.extract(loose, steps("keep", "add"), new FlowId("sums"), "The sums")
                .rest()
                .text())
        .contains(
            """
            source_dataset_id = "sums"
            config = { path = "out.csv" }
            dependencies = ["sums"]
            """);
  }

  @Test
  void stepsOnBothSidesOfOneThatStaysAreRefused() {
    assertThatThrownBy(() -> extract("load", "add"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("'keep' comes after some of these steps and before others.");
    assertThatThrownBy(() -> extract())
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("A flow needs steps.");
    assertThatThrownBy(() -> extract("nothing"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("'nothing'");
  }

  @Test
  void aConditionOverAStepOnTheOtherSideIsRefused() {
    TomlDocument condition =
        text(
            "[designer.nodes.keep]",
            """
            [[tasks]]
            id = "tell"
            type = "flow"
            dependencies = ["add"]
            properties = { flow_id = "tell", condition = "tasks.add.rows_written > 0" }

            [designer.nodes.keep]\
            """);

    assertThatThrownBy(
            () -> SubFlows.extract(condition, steps("keep", "add"), new FlowId("s"), "S"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("The condition of 'tell' speaks of 'Add up'");
  }

  @Test
  void aStepThatTakesTheBatchesOfAnotherStaysWithIt() {
    TomlDocument batches =
        text(
            "dependencies = [\"load\"]\n",
            "dependencies = [\"load\"]\nproperties = { processing_type = \"INCREMENTAL\" }\n");

    assertThatThrownBy(() -> SubFlows.extract(batches, steps("keep", "add"), new FlowId("s"), "S"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("'keep' takes the rows of each batch from 'load'");
    assertThat(SubFlows.extract(batches, steps("load", "keep"), new FlowId("s"), "S").gives())
        .containsExactly(new DatasetName("kept"));
  }

  @Test
  void whatWasTakenOutComesBackInItsPlace() {
    SubFlows.Extracted extracted = extract("keep", "add");

    SubFlows.Inlined back = SubFlows.inline(extracted.rest(), extracted.call(), extracted.made());

    assertThat(back.steps()).containsExactly(new TaskId("keep"), new TaskId("add"));
    assertThat(StepText.of(back.document()).tasks()).isEqualTo(StepText.of(FLOW).tasks());
    assertThat(back.document().text()).contains("# Only what counts.", "# not above");
    assertThat(StepGroups.read(back.document()).getFirst().steps())
        .containsExactly(new TaskId("write"), new TaskId("keep"), new TaskId("add"));
    assertThat(StepGeometry.places(back.document(), steps("keep", "add")))
        .isEqualTo(StepGeometry.places(FLOW, steps("keep", "add")));
  }

  @Test
  void stepsWhoseIdsAreTakenGetFreeOnes() {
    SubFlows.Extracted extracted = extract("keep", "add");
    TomlDocument other =
        extracted.rest().withText(extracted.rest().text().replace("\"load\"", "\"keep\""));

    SubFlows.Inlined back = SubFlows.inline(other, extracted.call(), extracted.made());

    assertThat(back.steps()).containsExactly(new TaskId("keep_2"), new TaskId("add"));
    assertThat(back.document().text())
        .contains("dependencies = [\"keep\"]", "dependencies = [\"keep_2\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retries = 2                 | retries",
        "run_when = 'always'         | run_when",
        "variables = { least = 4 }   | a variable 'least', with other values",
        "variables = { most = ':x' } | a variable 'most', with other values",
      })
  void aCallThatStepsCannotKeepIsRefused(String setting, String message) {
    SubFlows.Extracted extracted = extract("keep", "add");
    TomlDocument changed =
        extracted
            .rest()
            .withText(
                extracted
                    .rest()
                    .text()
                    .replace("variables = { least = \":least\" }", setting.replace('\'', '"')));

    assertThatThrownBy(() -> SubFlows.inline(changed, extracted.call(), extracted.made()))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFlowWithSettingsOfItsOwnIsRefused() {
    SubFlows.Extracted extracted = extract("keep", "add");
    TomlDocument timed =
        TomlDocument.parse("", extracted.made().text() + "\n[[triggers]]\ntype = \"schedule\"\n");
    TomlDocument typed =
        TomlDocument.parse("", extracted.made().text().replace("standard", "orchestrator"));

    assertThatThrownBy(() -> SubFlows.inline(extracted.rest(), extracted.call(), timed))
        .hasMessageContaining("'triggers'");
    assertThatThrownBy(() -> SubFlows.inline(extracted.rest(), extracted.call(), typed))
        .hasMessageContaining("of type 'orchestrator' can't be put into one of type 'standard'");
    assertThatThrownBy(
            () -> SubFlows.inline(extracted.rest(), new TaskId("load"), extracted.made()))
        .hasMessageContaining("'load' runs no other flow.");
  }

  private static SubFlows.Extracted extract(String... ids) {
    return SubFlows.extract(FLOW, steps(ids), new FlowId("sums"), "The sums");
  }

  private static Set<TaskId> steps(String... ids) {
    return Stream.of(ids).map(TaskId::new).collect(Collectors.toSet());
  }

  private static TomlDocument text(String old, String now) {
    return FLOW.withText(FLOW.text().replace(old, now));
  }
}

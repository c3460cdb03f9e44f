package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.FlowInput;
import io.qarion.core.flow.FlowLabels;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.flow.Trigger;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckSeverity;
import io.qarion.core.quality.CheckType;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.RowCheck;
import io.qarion.core.transform.FilterRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Flows in the shapes that Qarion ETL's manual shows. */
class CodecFlowTest {

  @Test
  void aFlowHasEverythingTheFileSays() {
    Flow flow = flow("everything");
    assertThat(flow)
        .isEqualTo(
            new Flow(
                new FlowId("orders"),
                "Orders",
                "standard",
                Optional.of("raw"),
                new FlowInput(
                    List.of("id"),
                    Schema.of(
                        new Column("id", PlainType.INTEGER, true),
                        Column.of("amount", new DecimalType(12, 2)))),
                new Settings("properties", Map.of()),
                new Settings("variables", Map.of("min", 1.5, "since", LocalDate.of(2026, 1, 31))),
                List.of(TRIGGER),
                List.of(TASK),
                new FlowLabels("All orders", "sales", List.of("daily", "money"))));
  }

  private static final Trigger TRIGGER =
      new Trigger(
          "nightly",
          "schedule",
          false,
          "At two",
          new Settings("triggers[0]", Map.of("schedule", "0 2 * * *", "timezone", "UTC")));

  private static final Task TASK =
      new Task(
          "tasks[0]",
          new TaskId("paid"),
          "Paid orders",
          "No returns",
          "transformation",
          List.of(new TaskId("load")),
          List.of(new DatasetName("orders"), new DatasetName("payments")),
          Optional.of(new DatasetName("paid_orders")),
          false,
          List.of(new TaskRule.Known(new FilterRows(Formula.parse("amount > :min")))),
          new Settings("tasks[0].properties", Map.of("write_mode", "append")),
          new Settings("tasks[0].config", Map.of("engine", "any")));

  @Test
  void aChangeFeedHasItsColumnsAndItsFiles() {
    Flow flow = flow("change_feed");
    assertThat(flow.properties().texts("change_detection_columns"))
        .containsExactly("status", "amount");
    assertThat(flow.hasLoad()).isTrue();
    assertThat(flow.load())
        .isEqualTo(
            new LoadSettings(
                "properties.load",
                "data/input",
                Optional.of("orders_*.csv"),
                false,
                Optional.of("csv"),
                LoadSettings.Batching.PER_FILE,
                LoadSettings.OnBadRow.REJECT,
                LoadSettings.OnDuplicateKey.KEEP_LAST,
                LoadSettings.Landing.DIRECT,
                Optional.of(3),
                new Settings("properties.load.options", Map.of("delimiter", ";", "header", true))));
  }

  @Test
  void anExportHasItsMode() {
    Flow flow = flow("export_flow");
    assertThat(flow.input()).isEqualTo(FlowInput.NONE);
    assertThat(flow.properties().table("export").integer("batch_id")).contains(42L);
  }

  @Test
  void qualitySuitesKeepThePathsOfTheirChecks() {
    Flow flow = flow("quality_check");
    Settings suite = flow.properties().tables("quality_suites").getFirst();
    assertThat(suite.table("data_source").path())
        .isEqualTo("properties.quality_suites[0].data_source");
    var problems = new ArrayList<Problem>();
    assertThat(CheckReader.read(suite.tables("checks"), problems::add))
        .containsExactly(
            new QualityCheck(
                "properties.quality_suites[0].checks[0]",
                "ids",
                "Ids are there",
                CheckType.COMPLETENESS,
                new RowCheck.Completeness(List.of("id"), false),
                CheckSeverity.ERROR,
                BigDecimal.valueOf(1.0),
                true),
            new QualityCheck(
                "properties.quality_suites[0].checks[1]",
                "once",
                "once",
                CheckType.UNIQUENESS,
                new RowCheck.Uniqueness(List.of("id")),
                CheckSeverity.ERROR,
                BigDecimal.ONE,
                true));
    assertThat(problems).isEmpty();
  }

  @Test
  void parkingHasItsChecksInAnInlineList() {
    Flow flow = flow("error_parking");
    assertThat(flow.properties().tables("quality_checks"))
        .extracting(Settings::path)
        .containsExactly("properties.quality_checks[0]", "properties.quality_checks[1]");
  }

  @Test
  void aStandardFlowHasItsTasks() {
    Flow flow = flow("standard");
    assertThat(flow.tasks())
        .extracting(Task::path, task -> task.id().value(), Task::title, Task::sources)
        .containsExactly(
            tuple("tasks[0]", "load", "Load", List.of()),
            tuple("tasks[1]", "stage", "stage", List.of(new DatasetName("orders_landing"))),
            tuple("tasks[2]", "copy", "copy", List.of()));
    assertThat(flow.tasks().get(1).config().text("sql"))
        .contains("SELECT *\nFROM {{ source_dataset }}\n");
    assertThat(flow.tasks().get(2).properties().table("sync_config").table("source_config"))
        .isEqualTo(
            new Settings(
                "tasks[2].properties.sync_config.source_config",
                Map.of("aws_access_key_id", "${credential:aws}")));
  }

  @Test
  void settingsKeepTheOrderOfTheText() {
    Flow flow =
        read("id = 'f'\nflow_type = 'standard'\n[variables]\nz = 1\na = [1, { b = 'x' }]\nm = 2\n");
    assertThat(flow.variables().keys()).containsExactly("z", "a", "m");
    assertThat(flow.variables().list("a"))
        .containsExactly(1L, new Settings("variables.a[1]", Map.of("b", "x")));
  }

  @Test
  void aFileOfANewerFormatIsReadOnly() {
    FlowToml.Reading reading =
        FlowToml.read(
            TomlDocument.parse(
                "flows/f.toml", "id = 'f'\nflow_type = 'standard'\nformat_version = 2\n"));
    assertThat(reading.readOnly()).isTrue();
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "flows/f.toml:3:18 (format_version): The file is of format 2; this program knows up to"
                + " 1 and opens it to read only. Update Qarion ETL Designer to change the file.");
  }

  private static Flow flow(String sample) {
    return read(TomlSamples.text("flows/" + sample + ".toml"));
  }

  private static Flow read(String toml) {
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/f.toml", toml));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.readOnly()).isFalse();
    return reading.flow();
  }
}

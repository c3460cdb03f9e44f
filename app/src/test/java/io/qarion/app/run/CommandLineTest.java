package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qarion.app.cli.QarionCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print, and what they take. */
class CommandLineTest {

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"

      [variables]
      least = 10
      share = 0.5
      all = false
      day = 2024-01-31
      moment = 2024-01-31T10:00:00
      shop = "north"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw_sales"
      config = { source_path = "data/sales.csv" }

      [[tasks]]
      id = "large"
      type = "transformation"
      source_dataset_id = "raw_sales"
      target_dataset_id = "large_sales"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount >= :least"
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/sales.toml", FLOW)
            .write(
                "data/sales.csv",
                """
                shop,amount
                north,5
                "a name that is much longer than any column may be",20
                ,30
                """);
  }

  @Test
  void eachEventIsALineOfJson() throws IOException {
    var output = project.run("sales", "--json");

    var mapper = new ObjectMapper();
    var events = new ArrayList<JsonNode>();
    for (String line : output.out().lines().toList()) {
      events.add(mapper.readTree(line));
    }
    assertThat(events)
        .extracting(event -> event.get("event").asText())
        .containsSubsequence(
            "RunStarted",
            "BatchStarted",
            "StepStarted",
            "FileLoaded",
            "StepFinished",
            "RunFinished");
    assertThat(events.getFirst().get("variables").get("least").asText()).isEqualTo("10");
    JsonNode planned = events.get(1).get("steps");
    assertThat(planned).hasSize(2);
    assertThat(planned.get(0).get("step").asText()).isEqualTo("load");
    assertThat(planned.get(0).get("runs").asBoolean()).isTrue();
    JsonNode finished = events.getLast();
    assertThat(finished.get("status").asText()).isEqualTo("success");
    assertThat(finished.get("statistics").get("rowsOut").asLong()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "least=ten; 'ten' is no value like 10. Write one like that.",
        "share=half; 'half' is no value like 0.5. Write one like that.",
        "all=maybe; 'maybe' is neither true nor false.",
        "day=today; 'today' is no value like 2024-01-31. Write one like that.",
        "moment=now; 'now' is no value like 2024-01-31T10:00. Write one like that.",
        "leest=1; No flow or project declares it. Did you mean 'least'?",
      })
  void aVariableOfTheWrongTypeIsRefused(String variable, String message) {
    var output = project.run("sales", "--var", variable);

    String name = variable.substring(0, variable.indexOf('='));
    assertThat(output.err()).isEqualTo("error: --var " + name + ": " + message + "\n");
    assertThat(output.code()).isEqualTo(1);
  }

  @Test
  void variablesAreReadWithTheTypesTheyHave() {
    var output =
        project.run(
            "sales",
            "--var",
            "least=30",
            "--var",
            "share=0.25",
            "--var",
            "all=true",
            "--var",
            "day=2025-02-28",
            "--var",
            "moment=2025-02-28T12:30:00",
            "--var",
            "shop=south");

    assertThat(output.code()).isZero();
    assertThat(output.out()).containsPattern("✓ large +1 rows");
  }

  @Test
  void aPreviewShowsPagesOfRowsAndTheStatementBehindThem() {
    var first = project.command("preview", "sales", "load", "--rows", "1");
    assertThat(first.out()).contains("north", "rows 1 to 1; there are more");

    var rest = project.command("preview", "sales", "load", "--rows", "5", "--offset", "1");
    assertThat(rest.out()).contains("a name that is much longer than any col…", "NULL", "3 rows");

    var sql = project.command("preview", "sales", "large", "--sql");
    assertThat(sql.out()).contains("SELECT", ">= ");
    assertThat(sql.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"--rows, 0", "--rows, -1", "--offset, -1"})
  void aPageThatCannotBeIsWrongUse(String option, String number) {
    var output = project.command("preview", "sales", "load", option, number);

    assertThat(output.code()).isEqualTo(2);
    assertThat(output.err()).startsWith("--rows counts from 1 and --offset from 0");
  }

  @Test
  void theStepsOfARunAreInItsHistory() {
    project.run("sales");
    String line = project.command("history", "sales").out();
    String id = List.of(line.strip().split(" +")).getLast();

    var steps = project.command("history", "--run", id);

    assertThat(steps.out().lines())
        .hasSize(2)
        .anyMatch(step -> step.startsWith("load ") && step.contains("3 in, 3 out"))
        .anyMatch(step -> step.startsWith("large ") && step.contains("2 out"));
  }

  @Test
  void aNewProjectRunsAtOnce() {
    String made = folder.resolve("made").toString();
    assertThat(execute("new-project", made)).startsWith("0 Made the project in " + made);

    assertThat(execute("run", "first", "-p", made)).startsWith("0 Run of 'first' on duckdb:");
    assertThat(execute("new-project", made))
        .startsWith("1 ")
        .contains("The folder is there already and not empty. Choose another name.");
  }

  @Test
  void aCommandIsNeededAndTheVersionCanBeAskedFor() {
    assertThat(execute()).startsWith("2 ").contains("Which command? See --help.");
    assertThat(execute("--version")).startsWith("0 qarion-etl ");
    assertThat(execute("generate-completion")).startsWith("0 ").contains("qarion-etl");
  }

  /** The exit code and all that was printed. */
  private static String execute(String... words) {
    var text = new StringWriter();
    var writer = new PrintWriter(text, true);
    return QarionCommand.execute(writer, writer, words) + " " + text;
  }
}

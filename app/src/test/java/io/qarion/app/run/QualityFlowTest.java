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

/** The flow type quality_check: suites over datasets of other flows. */
class QualityFlowTest {

  private static final String ORDERS =
      """
      id = "orders"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "customer", schema_type = "string" },
        { name = "amount", schema_type = "decimal(10,2)" },
        { name = "at", schema_type = "timestamp" },
      ]

      [properties.load]
      source_path = "data"
      file_pattern = "orders*.csv"
      batching = "per_file"
      """;

  private static final String QUALITY =
      """
      id = "quality"
      flow_type = "quality_check"

      [input]
      columns = []

      [[properties.quality_suites]]
      id = "amounts"
      name = "Amounts of orders"
      execution_order = "ORDER"
      data_source = { source_type = "dataset", dataset_id = "orders_landing" }

      [[properties.quality_suites.checks]]
      check_id = "positive"
      check_type = "range"
      columns = ["amount"]
      severity = "SEVERITY"
      config = { min = 0.01 }

      [[properties.quality_suites.checks]]
      check_id = "enough"
      check_type = "row_count"
      config = { min = 1, max = 100 }

      [[properties.quality_suites]]
      id = "customers"
      data_source = { dataset_id = "orders_landing", source_type = "dataset_subset", filters = { id = [1, 2] } }

      [[properties.quality_suites.checks]]
      check_id = "known"
      check_type = "completeness"
      columns = ["customer"]
      severity = "warning"
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/orders.toml", ORDERS)
            .write("flows/quality.toml", quality("warning", "sequential"))
            .write(
                "data/orders1.csv",
                """
                id,customer,amount,at
                1,Ann,10.00,2026-01-01 10:00:00
                2,,-5.00,2026-01-02 10:00:00
                3,,0.00,2026-01-03 10:00:00
                """);
    assertThat(project.run("orders").code()).isZero();
  }

  private static String quality(String severity, String order) {
    return QUALITY.replace("SEVERITY", severity).replace("ORDER", order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "parallel"})
  void eachResultIsKeptWithItsBatch(String order) throws IOException {
    project.write("flows/quality.toml", quality("warning", order));

    var output = project.run("quality");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(withoutTime(project.rows("quality", "amounts")))
        .containsExactly(
            "suite,check,severity,passed,rows_checked,rows_failed,observed,expected,message,batch_id",
            "amounts,enough,error,true,3,,3,>= 1 and <= 100,"
                + "enough: 3 where >= 1 and <= 100 is expected,2",
            "amounts,positive,warning,false,3,2,0.3333,>= 1,positive: 2 of 3 rows fail,2");
    assertThat(withoutTime(project.rows("quality", "customers")))
        .contains("customers,known,warning,false,2,1,0.5,>= 1,known: 1 of 2 rows fail,2");
  }

  @Test
  void failingRowsAreKeptAsASample() throws IOException {
    assertThat(project.run("quality").code()).isZero();

    assertThat(samples())
        .containsExactly(
            "suite,check,sample_number,failing_row",
            "amounts,positive,1,"
                + "\"{\"\"id\"\":2,\"\"customer\"\":null,\"\"amount\"\":-5.00,"
                + "\"\"at\"\":\"\"2026-01-02T10:00\"\"}\"",
            "amounts,positive,2,"
                + "\"{\"\"id\"\":3,\"\"customer\"\":null,\"\"amount\"\":0.00,"
                + "\"\"at\"\":\"\"2026-01-03T10:00\"\"}\"",
            "customers,known,1,"
                + "\"{\"\"id\"\":2,\"\"customer\"\":null,\"\"amount\"\":-5.00,"
                + "\"\"at\"\":\"\"2026-01-02T10:00\"\"}\"");
  }

  private List<String> samples() throws IOException {
    project.write(
        "flows/look.toml",
        """
        id = "look"
        flow_type = "standard"

        [[tasks]]
        id = "samples"
        type = "transformation"
        source_dataset_ids = ["quality_quality_samples"]
        target_dataset_id = "samples"

        [[tasks.rules]]
        operation = "select"
        columns = ["suite", "check", "sample_number", "failing_row"]
        """);
    var output = project.run("look");
    assertThat(output.code()).as(output.err()).isZero();
    return project.rows("look", "samples");
  }

  @Test
  void anErrorFailsTheRunAtItsEndAndItsResultsAreKept() throws IOException {
    project.write("flows/quality.toml", quality("error", "sequential"));

    var output = project.run("quality");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err()).contains("positive: 2 of 3 rows fail, such as (2, null, -5.00");
    assertThat(output.out()).as("the other suite ran").contains("known: 1 of 2 rows fail");
    assertThat(withoutTime(project.rows("quality", "amounts"))).hasSize(3);
  }

  @Test
  void aBatchThatFailedIsCheckedAgainAndItsResultsTakeThePlaceOfTheOldOnes() throws IOException {
    project.write("flows/quality.toml", quality("error", "sequential"));
    assertThat(project.run("quality").code()).isEqualTo(1);
    List<String> before = project.rows("quality", "amounts");

    assertThat(project.run("quality").code()).isEqualTo(1);
    assertThat(project.rows("quality", "amounts")).isEqualTo(before);

    project.replace("flows/quality.toml", "min = 0.01", "min = -5");
    assertThat(project.run("quality").code()).isZero();
    assertThat(withoutTime(project.rows("quality", "amounts")))
        .contains("amounts,positive,error,true,3,0,1,>= 1,positive: all 3 rows pass,2")
        .hasSize(3);
  }

  @Test
  void aCriticalCheckStopsTheRunAtOnce() throws IOException {
    project.write("flows/quality.toml", quality("critical", "sequential"));

    var output = project.run("quality");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.out()).doesNotContain("enough:");
    assertThat(withoutTime(project.rows("quality", "amounts")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("amounts,positive,critical,false");
  }

  @Test
  void aSuiteMayStopAtItsFirstFailure() throws IOException {
    project.replace(
        "flows/quality.toml",
        "name = \"Amounts of orders\"",
        "name = \"Amounts of orders\"\nstop_on_first_failure = true");

    assertThat(project.run("quality").code()).isZero();

    assertThat(project.rows("quality", "amounts")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rerun", "--full-refresh", "--reload"})
  void doneAgainTheResultsOfABatchAreTheSame(String again) throws IOException {
    assertThat(project.run("quality").code()).isZero();
    List<String> before = project.rows("quality", "amounts");

    var output = project.run("quality", again);

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(project.rows("quality", "amounts").stream().filter(before::contains))
        .containsExactlyElementsOf(before);
    if (again.equals("--rerun")) {
      assertThat(project.rows("quality", "amounts")).isEqualTo(before);
    }
  }

  @Test
  void aRowCountIsComparedWithThatOfTheBatchBefore() throws IOException {
    project.replace(
        "flows/quality.toml",
        "check_type = \"row_count\"\nconfig = { min = 1, max = 100 }",
        "check_type = \"row_count_change\"\nconfig = { max_ratio = 0.5 }");
    var first = project.run("quality");
    assertThat(first.out()).as(first.err()).contains("enough: 3 where any number is expected");

    project.write("data/orders2.csv", "id,customer,amount,at\n9,Bob,1.00,2026-01-09 10:00:00\n");
    assertThat(project.run("orders").code()).isZero();
    var second = project.run("quality");
    assertThat(second.out()).contains("✓ enough: 4 where >= 2 and <= 4 is expected");

    project.write(
        "data/orders3.csv",
        """
        id,customer,amount,at
        1,Bob,1.00,2026-01-09 10:00:00
        2,Bob,1.00,2026-01-09 10:00:00
        3,Bob,1.00,2026-01-09 10:00:00
        """);
    assertThat(project.run("orders").code()).isZero();
    var third = project.run("quality");
    assertThat(third.code()).isEqualTo(1);
    assertThat(third.err()).contains("enough: 7 where >= 2 and <= 6 is expected");
  }

  @Test
  void aQueryGivesTheRowsToCheck() throws IOException {
    project.replace(
        "flows/quality.toml",
        "{ source_type = \"dataset\", dataset_id = \"orders_landing\" }",
        "{ source_type = \"query\", query = \"SELECT 2 * amount AS amount FROM {{ orders_landing }}"
            + " WHERE amount > 0\" }");

    var output = project.run("quality");

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(output.out()).contains("positive: all 1 rows pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "orders_landing; orders_landin; There is no dataset 'orders_landin' in the project.",
        "`\"sequential\"`; `\"random\"`; There is no order 'random'.",
        "id = \"customers\"; id = \"amounts\"; Two suites are named 'amounts'.",
        "source_type = \"dataset\"; source_type = \"datset\"; There is no source 'datset'. Did you",
        "filters = { id = [1, 2] }; filters = { idd = 1 }; There is no column 'idd'",
        "severity = \"warning\"; severity = \"warn\"; There is no severity 'warn'.",
        "check_id = \"enough\"; check_id = \"positive\"; Two checks are named 'positive'.",
        "execution_order; excution_order; Nothing is known of the setting 'excution_order' here",
      })
  void aMistakeIsSaidAtItsPlace(String written, String mistake, String message) throws IOException {
    project.replace("flows/quality.toml", written, mistake);

    var output = project.command("validate");

    assertThat(output.out()).contains("flows/quality.toml:").contains(message);
  }

  private static List<String> withoutTime(List<String> rows) {
    return rows.stream().map(row -> row.substring(0, row.lastIndexOf(','))).toList();
  }
}

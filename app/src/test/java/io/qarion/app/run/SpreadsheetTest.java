package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that a spreadsheet would run when it opens a file. */
class SpreadsheetTest {

  private static final String FLOW =
      """
      id = "cells"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "cells"
      config = { source_path = "data/cells.csv" }

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "cells"
      dependencies = ["load"]

      [tasks.config]
      file_path = "out/cells.csv"
      spreadsheet_safe = true
      """;
  private static final String CELLS =
      """
      text,number
      =1+1,-1
      +cmd|' /C calc'!A0,2
      -2+3,3
      @SUM(A1),4
      "\tx",5
      "\rx",6
      -12.5,7
      +7,8
      plain,9
      a=b,10
      ,11
      """;
  private static final String SAFE =
      """
      text,number
      '=1+1,-1
      '+cmd|' /C calc'!A0,2
      '-2+3,3
      '@SUM(A1),4
      '\tx,5
      "'\rx",6
      -12.5,7
      +7,8
      plain,9
      a=b,10
      ,11
      """;
  private static final String COUNTED =
      "6 rows held text that a spreadsheet would run as a formula; it got an apostrophe.";

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/cells.toml", FLOW)
            .write(
                "datasets/cells.toml",
                """
                name = "cells"

                [columns.text]
                schema_type = "string"

                [columns.number]
                schema_type = "integer"
                """)
            .write("data/cells.csv", CELLS);
  }

  @Test
  void textThatLooksLikeAFormulaGetsAnApostropheAndIsCounted() throws IOException {
    var output = project.run("cells");

    assertThat(output.code()).isZero();
    assertThat(output.err()).isEqualTo("hint: flows/cells.toml:10:3 (tasks[1]): " + COUNTED + "\n");
    assertThat(project.read("out/cells.csv")).isEqualTo(SAFE);
  }

  @Test
  void theExportCommandDoesSoWhereItIsAskedTo() throws IOException {
    project.run("cells");

    var safe = project.command("export", "cells", "load", "out/one.csv", "--spreadsheet-safe");
    assertThat(safe.out()).isEqualTo("wrote out/one.csv: 11 rows\n" + COUNTED + "\n");
    assertThat(project.read("out/one.csv")).isEqualTo(SAFE);

    var plain = project.command("export", "cells", "load", "out/two.csv");
    assertThat(plain.out()).isEqualTo("wrote out/two.csv: 11 rows\n");
    assertThat(project.read("out/two.csv")).contains("\n=1+1,-1\n", "\n@SUM(A1),4\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl", "parquet"})
  void formatsThatNoSpreadsheetGuessesAtKeepTheirText(String format) throws IOException {
    project.replace(
        "flows/cells.toml", "cells.csv\"\nspreadsheet", "cells." + format + "\"\nspreadsheet");

    var output = project.run("cells");

    assertThat(output.code()).isZero();
    assertThat(output.err()).isEmpty();
    var command =
        project.command("export", "cells", "load", "out/x." + format, "--spreadsheet-safe");
    assertThat(command.out()).isEqualTo("wrote out/x." + format + ": 11 rows\n");
    if (!format.equals("parquet")) {
      assertThat(project.read("out/cells." + format)).contains("\"=1+1\"").doesNotContain("\"'=");
    }
  }
}

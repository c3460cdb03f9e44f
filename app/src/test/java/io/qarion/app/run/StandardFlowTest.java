package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardFlowTest {

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"

      [variables]
      least = 10

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw_sales"

      [tasks.config]
      source_path = "data"
      file_pattern = "sales_*.csv"

      [[tasks]]
      id = "large"
      type = "transformation"
      source_dataset_id = "raw_sales"
      target_dataset_id = "large_sales"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount >= :least"

      [[tasks]]
      id = "by_shop"
      type = "transformation"
      source_dataset_id = "large_sales"
      target_dataset_id = "sales_by_shop"
      dependencies = ["large"]

      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["shop"]
      measures = { sales = "count(*)", amount = "sum(amount)" }

      [[tasks]]
      id = "check"
      type = "quality_check"
      source_dataset_id = "sales_by_shop"
      dependencies = ["by_shop"]

      [[tasks.config.checks]]
      check_id = "shop"
      check_type = "completeness"
      columns = ["shop"]
      severity = "error"

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "sales_by_shop"
      dependencies = ["check"]

      [tasks.config]
      file_path = "out/by_shop.csv"
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/sales.toml", FLOW)
            .write("data/sales_1.csv", "shop,amount\nnorth,5\nnorth,20\nsouth,30\n");
  }

  @Test
  void computesOnceAndThenOnlyWhatChanged() throws IOException {
    assertThat(project.run("sales").code()).isZero();
    assertThat(result()).containsExactly("shop,sales,amount", "north,1,20", "south,1,30");

    var second = project.run("sales");
    assertThat(second.out()).contains("Nothing to do: no new file, and nothing changed.");

    project.replace("flows/sales.toml", "sum(amount)", "max(amount)");
    var third = project.run("sales");
    assertThat(third.out())
        .contains(
            "– load     no new file",
            "– large    nothing it depends on changed",
            "(its settings changed)",
            "('by_shop' runs again)");
    assertThat(result()).containsExactly("shop,sales,amount", "north,1,20", "south,1,30");
  }

  @Test
  void aNewFileIsAddedToThoseBefore() throws IOException {
    assertThat(project.run("sales").code()).isZero();
    project.write("data/sales_2.csv", "shop,amount\nsouth,12\n");

    var output = project.run("sales");

    assertThat(output.out()).contains("(1 new file)");
    assertThat(result()).containsExactly("shop,sales,amount", "north,1,20", "south,2,42");
  }

  @Test
  void aTouchedButEqualFileIsNotNew() throws IOException {
    assertThat(project.run("sales").code()).isZero();
    Path file = folder.resolve("data/sales_1.csv");
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5_000));

    assertThat(project.run("sales").out()).contains("Nothing to do");
  }

  @Test
  void aVariableOfTheCommandLineWins() throws IOException {
    assertThat(project.run("sales", "--var", "least=25").code()).isZero();

    assertThat(result()).containsExactly("shop,sales,amount", "south,1,30");
  }

  @Test
  void aFailedRunIsResumedWhereItStopped() throws IOException {
    project.write("data/sales_1.csv", "shop,amount\n,50\nsouth,30\n");
    var failed = project.run("sales");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains(
            "flows/sales.toml:", "1 of 2 rows fail", "Correct the data, or change the check.");
    assertThat(project.has("out/by_shop.csv")).isFalse();

    project.replace("flows/sales.toml", "severity = \"error\"", "severity = \"warning\"");
    var resumed = project.run("sales");

    assertThat(resumed.out()).contains("Batch 1, resumed", "– load     already done in this batch");
    assertThat(resumed.code()).isZero();
    assertThat(result()).hasSize(3);
  }

  @Test
  void aBatchDoneAgainRepeatsItsChecksAndExports() throws IOException {
    assertThat(project.run("sales").code()).isZero();
    project.write("data/sales_2.csv", "shop,amount\nsouth,12\n");
    assertThat(project.run("sales").code()).isZero();
    List<String> before = result();
    Files.delete(folder.resolve("out/by_shop.csv"));

    var again = project.run("sales", "--rerun");

    assertThat(again.out())
        .contains("(done again)", "Batch 2, resumed", "wrote out/by_shop.csv")
        .contains("Did batch 2 again.");
    assertThat(result()).isEqualTo(before);
    assertThat(project.run("sales").out()).contains("Nothing to do");
  }

  @Test
  void aReloadKeepsWhatAnUnfinishedBatchHasDone() throws IOException {
    assertThat(project.run("sales").code()).isZero();
    project.write("data/sales_2.csv", "shop,amount\n,50\n");
    assertThat(project.run("sales").code()).isEqualTo(1);
    project.replace("flows/sales.toml", "severity = \"error\"", "severity = \"warning\"");

    var reloaded = project.run("sales", "--reload");

    assertThat(reloaded.out()).contains("data/sales_2.csv: 1 rows", "Batch 2, resumed");
    assertThat(reloaded.code()).isZero();
    assertThat(result()).hasSize(4);
  }

  @Test
  void anUnfinishedBatchCanBeGivenUp() throws IOException {
    project.write("data/sales_1.csv", "shop,amount\n,50\n");
    assertThat(project.run("sales").code()).isEqualTo(1);
    project.write("data/sales_1.csv", "shop,amount\nwest,50\n");

    var again = project.run("sales", "--restart");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Batch 2");
    assertThat(result()).containsExactly("shop,sales,amount", "west,1,50");
  }

  @Test
  void runsToATaskAndNoFurther() throws IOException {
    var output = project.run("sales", "--to", "large");

    assertThat(output.code()).isZero();
    assertThat(project.rows("sales", "large")).hasSize(3);
    assertThat(project.has("out/by_shop.csv")).isFalse();
    assertThat(project.run("sales").code()).isZero();
    assertThat(result()).hasSize(3);
  }

  @Test
  void previewsAStepThatNeverRan() {
    var output = project.command("preview", "sales", "by_shop");

    assertThat(output.err()).isEmpty();
    assertThat(output.out()).contains("north", "south", "2 rows");
    assertThat(project.command("history").out()).contains("Nothing has been run yet");
  }

  @Test
  void keepsEveryRunInItsHistory() {
    project.run("sales");
    project.run("sales");

    List<String> lines = project.command("history", "sales").out().lines().toList();

    assertThat(lines).hasSize(2).allMatch(line -> line.contains("success"));
    assertThat(lines.get(1)).contains("3 loaded");
  }

  private List<String> result() throws IOException {
    List<String> lines = project.read("out/by_shop.csv").lines().toList();
    return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted()).toList();
  }
}

package io.qarion.app.designer.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.history.RunDifference.ColumnDifference;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.OutputColumn;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunDifferenceTest {

  private static final RunId RUN = RunId.random();

  @Test
  void stepsOfTwoRunsStandSideBySide() {
    List<RunDifference> differences =
        RunDifference.between(
            List.of(step("load", 1, 100), step("old", 1, 5)),
            List.of(step("load", 2, 70), step("load", 3, 50), step("new", 3, 1)));

    assertThat(differences)
        .extracting(difference -> difference.step().value())
        .containsExactly("load", "new", "old");
    assertThat(differences.get(0).rowsChange()).contains(20L);
    assertThat(differences.get(0).after().orElseThrow().duration())
        .isEqualTo(Duration.ofMillis(20));
    assertThat(differences.get(1).before()).isEmpty();
    assertThat(differences.get(1).rowsChange()).isEmpty();
    assertThat(differences.get(2).after()).isEmpty();
  }

  @Test
  void columnsThatCameWentOrChangedAreNamed() {
    RunDifference difference =
        RunDifference.between(
                List.of(
                    step(
                        "load",
                        1,
                        1,
                        new OutputColumn("id", "integer"),
                        new OutputColumn("note", "string"),
                        new OutputColumn("amount", "integer"))),
                List.of(
                    step(
                        "load",
                        2,
                        1,
                        new OutputColumn("id", "integer"),
                        new OutputColumn("amount", "decimal(12,2)"),
                        new OutputColumn("share", "float"))))
            .getFirst();

    assertThat(difference.columnChanges())
        .containsExactly(
            new ColumnDifference("amount", Optional.of("integer"), Optional.of("decimal(12,2)")),
            new ColumnDifference("share", Optional.empty(), Optional.of("float")),
            new ColumnDifference("note", Optional.of("string"), Optional.empty()));
  }

  @Test
  void aRunThatKeptNoColumnsIsNotCompared() {
    assertThat(
            RunDifference.between(
                    List.of(step("load", 1, 1)),
                    List.of(step("load", 2, 1, new OutputColumn("id", "integer"))))
                .getFirst()
                .columnChanges())
        .isEmpty();
  }

  private static StepRecord step(String id, long batch, long rows, OutputColumn... columns) {
    return new StepRecord(
        RUN,
        new TaskId(id),
        "transformation",
        batch,
        Instant.EPOCH,
        Optional.empty(),
        RunStatus.SUCCESS,
        new StepStatistics(0, rows, 0, 0, 0, Duration.ofMillis(10), -1, -1),
        "",
        List.of(columns));
  }
}

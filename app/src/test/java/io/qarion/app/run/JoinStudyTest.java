package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.run.JoinInsight;
import io.qarion.core.run.JoinReport;
import io.qarion.core.run.KeySuggestion;
import io.qarion.core.run.PreviewService;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.transform.JoinRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinStudyTest {

  private static final TaskId JOINED = new TaskId("joined");
  private static final long SEED = 20_260_101;
  private static final int TABLES = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_memory"})
  void countsBothSidesOfAJoinByTwoColumns(String engine) throws IOException {
    project(engine);
    left("1,a", "1,a", "2,b", ",b", "3,", "4,z", "4,z", "5,y");
    right("1,a", "1,a", "1,a", "2,b", ",b", "9,q");
    join("how = \"left\"\non = [[\"k\", \"k\"], [\"t\", \"t\"]]");

    assertThat(report().insight())
        .contains(
            new JoinInsight(
                JoinRows.How.LEFT,
                new JoinInsight.Side(
                    8, OptionalLong.of(3), 2, 2, 2, List.of(List.of(4L, "z"), List.of(5L, "y"))),
                new JoinInsight.Side(6, OptionalLong.of(4), 1, 1, 3, List.of(List.of(9L, "q"))),
                12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_memory"})
  void foretellsTheRowsOfEveryKindOfJoin(String engine) throws IOException {
    project(engine);
    var random = new Random(SEED);
    for (int table = 0; table < TABLES; table++) {
      left(lines(random));
      right(lines(random));
      for (JoinRows.How how : JoinRows.How.values()) {
        String keys = how == JoinRows.How.CROSS ? "" : "\non = [[\"k\", \"k\"]]";
        join("how = \"" + how.text() + "\"" + keys);
        foretellsWhatComesOut(engine + " " + how + " of tables " + table);
      }
      join("how = \"full\"\non = [[\"k\", \"k\"], [\"t\", \"t\"]]");
      foretellsWhatComesOut(engine + " by two columns of tables " + table);
      join("how = \"left\"\ncondition = \"k >= r.k\"");
      foretellsWhatComesOut(engine + " by a condition of tables " + table);
    }
  }

  private void foretellsWhatComesOut(String description) {
    try (ProjectSession session = open()) {
      PreviewService preview = session.preview(new FlowId("f"), Map.of());
      JoinInsight insight = report(preview).insight().orElseThrow();
      long rows = preview.rows(JOINED).count(List.of(), new Cancellation());
      assertThat(insight.result()).as(description).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_memory"})
  void suggestsByValuesWhatNamesDoNotTell(String engine) throws IOException {
    project(engine)
        .write("data/l.csv", "person,amount\n1,7\n1,8\n2,7\n9,7\n")
        .write("data/r.csv", "code,city\n1,7\n2,8\n3,9\n");
    join("how = \"left\"");

    JoinReport report = report();

    assertThat(report.insight()).isEmpty();
    assertThat(report.suggestions())
        .startsWith(
            new KeySuggestion(new JoinRows.Pair("amount", "city"), 1, false),
            new KeySuggestion(new JoinRows.Pair("person", "code"), 2 / 3.0, false));
  }

  @Test
  void suggestsOtherKeysWhereHardlyAnyRowMatches() throws IOException {
    project("duckdb")
        .write("data/l.csv", "id,customer_id\n101,1\n102,2\n103,3\n")
        .write("data/r.csv", "id,name\n1,a\n2,b\n3,c\n");
    join("how = \"left\"\non = [[\"id\", \"id\"]]");

    JoinReport report = report();

    assertThat(report.insight().orElseThrow().left().matched()).hasValue(0);
    assertThat(report.suggestions())
        .containsExactly(new KeySuggestion(new JoinRows.Pair("customer_id", "id"), 1, false));
  }

  @Test
  void suggestsNothingWhereTheJoinFits() throws IOException {
    TestProject.example("jaffle-shop", folder);

    try (ProjectSession session = open()) {
      JoinReport report =
          session
              .preview(new FlowId("shop"), Map.of())
              .join(new TaskId("orders"), 1, "order_payments")
              .report(new Cancellation());

      assertThat(report.suggestions()).isEmpty();
      assertThat(report.insight().orElseThrow())
          .isEqualTo(
              new JoinInsight(
                  JoinRows.How.LEFT,
                  new JoinInsight.Side(99, OptionalLong.of(99), 0, 0, 1, List.of()),
                  new JoinInsight.Side(99, OptionalLong.of(99), 0, 0, 1, List.of()),
                  99));
    }
  }

  @Test
  void saysWhenFarMoreRowsComeOutThanCameIn() throws IOException {
    project("duckdb");
    left("1,a", "2,b");
    right("1,a", "1,b", "1,c", "2,d");
    join("how = \"inner\"\non = [[\"k\", \"k\"]]");

    JoinInsight insight = report().insight().orElseThrow();

    assertThat(insight.factor()).isEqualTo(2);
    assertThat(insight.growsMuch()).isTrue();
    assertThat(insight.right().mostRows()).isEqualTo(3);
  }

  @Test
  void aColumnThatIsNotThereIsNoReasonToFail() throws IOException {
    project("duckdb");
    left("1,a", "2,b");
    right("1,a", "2,d");
    join("how = \"left\"\non = [[\"nowhere\", \"k\"]]");

    JoinReport report = report();

    assertThat(report.insight()).isEmpty();
    assertThat(report.suggestions())
        .first()
        .isEqualTo(new KeySuggestion(new JoinRows.Pair("k", "k"), 1, true));
  }

  @Test
  void stopsWhenNobodyWaitsAnyMore() throws IOException {
    project("duckdb");
    left("1,a");
    right("1,a");
    join("how = \"left\"\non = [[\"k\", \"k\"]]");
    var cancelled = new Cancellation();
    cancelled.cancel();

    try (ProjectSession session = open()) {
      PreviewService preview = session.preview(new FlowId("f"), Map.of());
      assertThatThrownBy(() -> preview.join(JOINED, 0, "r").report(cancelled))
          .isInstanceOf(QarionException.class);
    }
  }

  private JoinReport report() {
    try (ProjectSession session = open()) {
      return report(session.preview(new FlowId("f"), Map.of()));
    }
  }

  private static JoinReport report(PreviewService preview) {
    return preview.join(JOINED, 0, "r").report(new Cancellation());
  }

  private ProjectSession open() {
    return ProjectSession.open(LocalProject.open(folder).read(), Plugins.load());
  }

  private TestProject project(String engine) throws IOException {
    return TestProject.empty(folder)
        .write("qarion-etl.toml", "format_version = 1\n\n[engine]\nname = \"" + engine + "\"\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void left(String... lines) throws IOException {
    table("l", lines);
  }

  private void right(String... lines) throws IOException {
    table("r", lines);
  }

  private void table(String name, String... lines) throws IOException {
    write("data/" + name + ".csv", "k,t\n" + String.join("\n", lines) + "\n");
  }

  /** Few different keys, so that many meet; some are missing. */
  private static String[] lines(Random random) {
    return random
        .ints(3 + random.nextInt(9), 0, 6)
        .mapToObj(key -> (key == 0 ? "" : key) + "," + (char) ('a' + random.nextInt(2)))
        .toArray(String[]::new);
  }

  private void join(String settings) throws IOException {
    write(
        "flows/f.toml",
        """
        id = "f"
        name = "F"
        flow_type = "standard"

        [[tasks]]
        id = "load_l"
        type = "ingestion"
        target_dataset_id = "l"

        [tasks.config]
        source_path = "data/l.csv"

        [[tasks]]
        id = "load_r"
        type = "ingestion"
        target_dataset_id = "r"

        [tasks.config]
        source_path = "data/r.csv"

        [[tasks]]
        id = "joined"
        type = "transformation"
        source_dataset_ids = ["l", "r"]
        target_dataset_id = "joined"
        dependencies = ["load_l", "load_r"]

        [[tasks.rules]]
        operation = "join"
        with = "r"
        """
            + settings
            + "\n");
  }
}

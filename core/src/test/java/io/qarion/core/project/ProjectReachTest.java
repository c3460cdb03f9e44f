package io.qarion.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.flow.Flow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.ProjectToml;
import io.qarion.core.toml.TomlDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectReachTest {

  private static final String TASKS =
      """
      id = "shop"
      flow_type = "standard"

      [variables]
      day = "2026-01-31"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "orders"

      [tasks.config]
      source_path = "in/{{ day }}"
      file_pattern = "*.csv"
      recursive = true

      [[tasks]]
      id = "count"
      type = "transformation"
      source_dataset_ids = ["orders"]
      target_dataset_id = "counted"

      [tasks.config]
      sql = "select count(*) as n from {{ orders }}"

      [[tasks]]
      id = "cheap"
      type = "transformation"
      source_dataset_ids = ["orders"]
      target_dataset_id = "cheap_orders"

      [[tasks.rules]]
      operation = "filter"
      condition = "amount < 5"

      [[tasks]]
      id = "write"
      type = "export"
      enabled = false
      source_dataset_id = "counted"

      [tasks.config]
      path = "out/counted.csv"
      """;

  private static final String CHANGES =
      """
      id = "changes"
      flow_type = "change_feed"

      [properties.load]
      path = "deliveries/orders.csv"

      [properties.export]
      path = "out/changes.parquet"
      """;

  private static final Touch DELIVERY = new Touch(Touch.Kind.READ, "deliveries/orders.csv");

  @Test
  void filesAndStatementsOfAllFlowsAreFoundOnceAndInOrder() {
    assertThat(reach("", TASKS, CHANGES, CHANGES).touches())
        .containsExactly(
            DELIVERY,
            new Touch(Touch.Kind.READ, "in/2026-01-31/**/*.csv"),
            new Touch(Touch.Kind.WRITE, "out/changes.parquet"),
            new Touch(Touch.Kind.WRITE, "out/counted.csv"),
            new Touch(Touch.Kind.SQL, "select count(*) as n from {{ orders }}"));
  }

  @Test
  void tablesAndHistoryInAnotherPlaceThanUsualAreFound() {
    String settings =
        """
        [engine]
        name = "duckdb"

        [engine.config]
        path = "../shop.duckdb"
        memory_limit = "2GB"

        [metadata_engine.config]
        path = "runs.db"
        """;

    assertThat(reach(settings).touches())
        .containsExactly(
            new Touch(Touch.Kind.STORE, "../shop.duckdb"), new Touch(Touch.Kind.STORE, "runs.db"));
    assertThat(reach("").isEmpty()).isTrue();
  }

  @Test
  void anotherFilterLeavesTheHashAndAnotherFileDoesNot() {
    String hash = reach("", TASKS).hash();

    assertThat(reach("", TASKS.replace("amount < 5", "amount < 7")).hash()).isEqualTo(hash);
    assertThat(reach("", TASKS.replace("enabled = false", "enabled = true")).hash())
        .isEqualTo(hash);
    assertThat(
            List.of(
                TASKS.replace("*.csv", "*.json"),
                TASKS.replace("recursive = true", "recursive = false"),
                TASKS.replace("2026-01-31", ".."),
                TASKS.replace("out/counted.csv", "in/counted.csv"),
                TASKS.replace("count(*)", "max(id)")))
        .allSatisfy(text -> assertThat(reach("", text).hash()).isNotEqualTo(hash));
  }

  @Test
  void theHashIsTheSameOnEveryMachineAndForEveryOrderOfFiles() {
    assertThat(reach("", TASKS, CHANGES).hash()).isEqualTo(reach("", CHANGES, TASKS).hash());
    assertThat(ProjectReach.NONE.hash())
        .isEqualTo("729a2263aa6ddea67b4c626720df78da78a8e04afded285c608c4604de003c8c");
  }

  @Test
  void textsThatJoinToTheSameHaveOtherHashes() {
    var one =
        new ProjectReach(
            List.of(new Touch(Touch.Kind.READ, "a"), new Touch(Touch.Kind.READ, "READb")));
    var other =
        new ProjectReach(
            List.of(new Touch(Touch.Kind.READ, "aREAD"), new Touch(Touch.Kind.READ, "b")));

    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void whatIsAddedCanBeTold() {
    ProjectReach small = reach("", TASKS);
    ProjectReach large = reach("", TASKS, CHANGES);

    assertThat(large.covers(small)).isTrue();
    assertThat(small.covers(large)).isFalse();
    assertThat(large.without(small).of(Touch.Kind.READ)).containsExactly(DELIVERY);
    assertThat(small.and(large)).isEqualTo(large);
  }

  private static ProjectReach reach(String settings, String... flows) {
    return ProjectReach.of(
        ProjectToml.read(document(settings), "shop").settings(),
        List.of(flows).stream().map(ProjectReachTest::flow).toList());
  }

  private static Flow flow(String text) {
    return FlowToml.read(document(text)).flow();
  }

  private static TomlDocument document(String text) {
    return TomlDocument.read("shop.toml", text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.testkit.FlowOnEngine;
import io.qarion.testkit.FlowPluginContract;
import io.qarion.testkit.HowToPage;
import io.qarion.testkit.PluginJar;
import io.qarion.testkit.TextTable;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRowsTest extends FlowPluginContract {

  @Override
  protected FlowPlugin plugin() {
    return new LatestRows();
  }

  @Override
  protected String flow() {
    return """
    id = "example"
    flow_type = "latest_rows"

    [input]
    primary_key = ["id"]
    columns = [
      { name = "id", schema_type = "integer" },
      { name = "city", schema_type = "string" },
    ]

    [properties.load]
    source_path = "data"
    """;
  }

  @Override
  protected List<RowPage> deliveries() {
    return List.of(
        TextTable.read("id integer | city string\n1 | Paris\n2 | Rome"),
        TextTable.read("id integer | city string\n2 | Oslo\n3 | Bern"));
  }

  @Override
  protected Engine open(Path folder) {
    return Plugins.load()
        .engine("duckdb")
        .open(
            new EngineSettings(
                Settings.NONE, folder, folder.resolve("work"), folder.resolve("tmp"), List.of()));
  }

  @Test
  void keepsTheRowThatCameLast() {
    FlowOnEngine flow = FlowOnEngine.of(engine(), flow());
    deliveries().forEach(rows -> flow.batch(LocalDateTime.of(2026, 4, 1, 9, 0), rows));

    assertThat(flow.rows("example_latest", List.of("id", "city")).rows())
        .containsExactlyInAnyOrder(List.of(1L, "Paris"), List.of(2L, "Oslo"), List.of(3L, "Bern"));
  }

  @Test
  void isFoundInAJarOfItsOwn(@TempDir Path folder) throws Exception {
    PluginJar.expectFound(FlowPlugin.class, LatestRows.class, folder);
  }

  @Test
  void thePageShowsThisModule() {
    HowToPage.of(Path.of("../add-a-flow-type.md")).shows(Path.of(""));
  }
}

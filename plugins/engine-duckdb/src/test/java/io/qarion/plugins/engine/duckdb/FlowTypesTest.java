package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.Engine;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.testkit.FlowPluginContract;
import io.qarion.testkit.TextTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The types of flow that load rows keep the contract that those from outside have to keep. */
class FlowTypesTest {

  abstract static class OfEvents extends FlowPluginContract {

    private final String type;
    private final String settings;

    OfEvents(String type, String settings) {
      this.type = type;
      this.settings = settings;
    }

    @Override
    protected FlowPlugin plugin() {
      return Plugins.load().flow(type).orElseThrow();
    }

    @Override
    protected String flow() {
      return """
      id = "example"
      flow_type = "%s"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "who", schema_type = "string" },
        { name = "at", schema_type = "timestamp" },
      ]

      [properties]
      %s

      [properties.load]
      source_path = "data"
      """
          .formatted(type, settings);
    }

    @Override
    protected List<RowPage> deliveries() {
      return List.of(
          TextTable.read(
              """
              id integer | who string | at timestamp
              1 | ann | 2026-01-05T10:00:00
              2 | bob | 2026-01-06T11:00:00
              """),
          TextTable.read(
              """
              id integer | who string | at timestamp
              2 | eve | 2026-01-06T11:00:00
              3 | ann | 2026-02-07T12:00:00
              """));
    }

    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class ChangeFeed extends OfEvents {
    ChangeFeed() {
      super("change_feed", "");
    }
  }

  @Nested
  class Publishing extends OfEvents {
    Publishing() {
      super("delta_publishing", "");
    }
  }

  @Nested
  class Versions extends OfEvents {
    Versions() {
      super("scd2", "");
    }
  }

  @Nested
  class Sessions extends OfEvents {
    Sessions() {
      super(
          "sessionization",
          """
          entity_columns = ["who"]
          timestamp_column = "at"
          """);
    }
  }

  @Nested
  class Growth extends OfEvents {
    Growth() {
      super(
          "growth_accounting",
          """
          entity_column = "who"
          timestamp_column = "at"
          """);
    }
  }
}

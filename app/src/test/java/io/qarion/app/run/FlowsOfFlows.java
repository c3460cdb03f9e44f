package io.qarion.app.run;

import java.io.IOException;

/** Writes flows that run others, and flows to be run by them. */
final class FlowsOfFlows {

  static final String HEAD = "id = \"all\"\nflow_type = \"orchestrator\"\n";

  private FlowsOfFlows() {}

  /** The flow {@code all}. */
  static void orchestrator(TestProject project, String... tasks) throws IOException {
    project.write("flows/all.toml", HEAD + "\n" + String.join("", tasks));
  }

  /** A task that runs a flow; settings that are none of the task itself are its properties. */
  static String task(String id, String flow, String more, String... properties) {
    return """
    [[tasks]]
    id = "%s"
    type = "flow"
    %s

    [tasks.properties]
    flow_id = "%s"
    %s

    """
        .formatted(id, more, flow, String.join("\n", properties));
  }

  /** A flow that loads a folder of its own. */
  static void loading(TestProject project, String flow, String rows) throws IOException {
    project.write("data/" + flow + "/a.csv", rows);
    project.write(
        "flows/" + flow + ".toml",
        """
        id = "%1$s"
        flow_type = "change_feed"

        [input]
        primary_key = ["id"]
        columns = [
          { name = "id", schema_type = "integer" },
          { name = "amount", schema_type = "integer" },
        ]

        [properties.load]
        source_path = "data/%1$s"
        file_pattern = "*.csv"
        """
            .formatted(flow));
  }

  static void endless(TestProject project, String flow) throws IOException {
    var numbers = new StringBuilder("n\n");
    for (int i = 0; i < 2_000; i++) {
      numbers.append(i).append('\n');
    }
    project.write("data/numbers.csv", numbers.toString());
    project.write(
        "flows/" + flow + ".toml",
        """
        id = "%s"
        flow_type = "standard"

        [[tasks]]
        id = "load"
        type = "ingestion"
        target_dataset_id = "numbers"

        [tasks.config]
        source_path = "data/numbers.csv"

        [[tasks]]
        id = "multiply"
        type = "transformation"
        dependencies = ["load"]
        source_dataset_id = "numbers"
        target_dataset_id = "product"

        [tasks.config]
        sql = "SELECT max(hash(a.n + b.n + c.n + d.n)) AS h FROM {{ numbers }} a, {{ numbers }} b, {{ numbers }} c, {{ numbers }} d"
        """
            .formatted(flow));
  }
}

package io.qarion.benchmarks;

import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.run.ScratchProbe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How long the check of a standard flow with 500 steps takes in a program that is warm. */
final class CheckBenchmark {

  private static final int STEPS = 500;
  private static final int RUNS = 20;
  private static final int WARM_UP = 30;
  private static final FlowId FLOW = new FlowId("big");

  private final Path folder;

  CheckBenchmark(Path folder) {
    this.folder = folder;
  }

  void run() throws IOException {
    makeProject();
    ProjectModel model = ProjectModel.open(folder);
    Plugins plugins = Plugins.load();
    try (var probe = new ScratchProbe(model, plugins)) {
      var flows = new ProjectFlows(model, plugins, probe);
      var read = new double[RUNS];
      var check = new double[RUNS];
      var processor = new double[RUNS];
      for (int run = -WARM_UP; run < RUNS; run++) {
        long start = System.nanoTime();
        ProjectModel.open(folder);
        long middle = System.nanoTime();
        long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        CompiledFlow compiled = flows.compile(FLOW);
        long end = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - work;
        if (compiled.dag().steps().size() < STEPS || !compiled.problems().isEmpty()) {
          throw new IllegalStateException(
              "not as it should be: " + compiled.problems().stream().limit(3).toList());
        }
        if (run >= 0) {
          read[run] = (middle - start) / 1e6;
          check[run] = (end - middle) / 1e6;
          processor[run] = worked / 1e6;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "check of %d steps: median %.1f ms, processor %.1f ms (reading the project's files: %.1f"
              + " ms; %s)%n",
          STEPS,
          median(check),
          median(processor),
          median(read),
          Machine.load());
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void makeProject() throws IOException {
    Files.createDirectories(folder.resolve("flows"));
    Files.createDirectories(folder.resolve("datasets"));
    Files.writeString(
        folder.resolve("qarion-etl.toml"), "format_version = 1\n[project]\nname = \"Big\"\n");
    Files.writeString(
        folder.resolve("datasets/step_0.toml"),
        """
        name = "step_0"
        [columns.id]
        schema_type = "integer"
        [columns.amount]
        schema_type = "decimal(12,2)"
        [columns.status]
        schema_type = "string"
        """);
    Files.writeString(folder.resolve("flows/big.toml"), flow());
  }

  /** Each step reads what one of the ten before it wrote. */
  private static String flow() {
    var text = new StringBuilder("id = \"big\"\nflow_type = \"standard\"\n");
    for (int step = 1; step <= STEPS; step++) {
      int source = Math.max(0, step - 1 - step % 10);
      String dependencies = source == 0 ? "" : "dependencies = [\"task_%d\"]\n".formatted(source);
      text.append(
          """

          [[tasks]]
          id = "task_%d"
          type = "transformation"
          source_dataset_id = "step_%d"
          target_dataset_id = "step_%d"
          %s
          [[tasks.rules]]
          operation = "derive"
          columns = { amount = "cast(amount * 2 as decimal(12,2))", total = "coalesce(amount, 0) + id" }

          [[tasks.rules]]
          operation = "filter"
          condition = "status = 'paid' and amount >= 10"
          """
              .formatted(step, source, step, dependencies));
    }
    return text.toString();
  }
}

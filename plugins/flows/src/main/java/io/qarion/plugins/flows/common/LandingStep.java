package io.qarion.plugins.flows.common;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Landings;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ingestion that a flow with {@code [properties.load]} has by itself. */
public final class LandingStep {

  public static final TaskId ID = new TaskId("landing");

  private final Flow flow;
  private final String name;
  private final boolean hasKey;

  public LandingStep(Flow flow) {
    this(flow, "landing", true);
  }

  private LandingStep(Flow flow, String name, boolean hasKey) {
    this.flow = flow;
    this.name = name;
    this.hasKey = hasKey;
  }

  /** One that takes rows as they come, with equal keys or without any, and is named so. */
  public static LandingStep withoutKey(Flow flow, String name) {
    return new LandingStep(flow, name, false);
  }

  public DatasetName landingName() {
    return new DatasetName(flow.id() + "_" + name);
  }

  /** The landing table: the input's columns and those of every landing. */
  public Dataset landing() {
    return Landings.landing(
        landingName(), flow.namespace(), flow.input().schema(), hasKey ? knownKeys() : List.of());
  }

  /** Where refused records go, if the flow wants them kept. */
  public Optional<Dataset> rejects() {
    return flow.load().onBadRow() == LoadSettings.OnBadRow.REJECT
        ? Optional.of(Landings.rejects(new DatasetName(flow.id() + "_rejects"), flow.namespace()))
        : Optional.empty();
  }

  /** All datasets that the step makes. */
  public List<Dataset> datasets() {
    var datasets = new ArrayList<>(List.of(landing()));
    rejects().ifPresent(datasets::add);
    return datasets;
  }

  public DagNode node() {
    return new DagNode(
        ID, StepType.INGESTION, "Load files", Set.of(), Set.of(landingName()), "properties.load");
  }

  public StepWork work() {
    return new StepWork.Load(flow.load(), landing(), true, rejects());
  }

  /** Reports what is wrong with the input: no columns, no key, an unknown or reserved column. */
  public void check(FlowContext context, boolean needsKey) {
    List<Column> columns = flow.input().schema().columns();
    if (columns.isEmpty()) {
      report(
          context,
          "input.columns",
          "input.empty",
          "The flow declares no input columns.",
          "Write [input] columns = [{ name = \"…\", schema_type = \"…\" }].");
    }
    checkKeys(context, needsKey);
    for (int i = 0; i < columns.size(); i++) {
      Landings.reservedName("input.columns[" + i + "].name", columns.get(i).name())
          .ifPresent(context::report);
    }
    if (!flow.hasLoad()) {
      report(
          context,
          "properties.load",
          "load.missing",
          "The flow does not say where its files are.",
          "Write [properties.load] with source_path and file_pattern.");
    }
  }

  private void checkKeys(FlowContext context, boolean needsKey) {
    for (String key : flow.input().primaryKey()) {
      if (!flow.input().schema().has(key)) {
        List<String> columns = flow.input().schema().names();
        context.report(
            Problem.error(
                    "key.unknown",
                    Place.of("input.primary_key"),
                    "The primary key names '%s', which is no input column.".formatted(key),
                    "Input columns: " + String.join(", ", columns) + ".")
                .with(QuickFix.replacements("input.primary_key", key, columns)));
      }
    }
    if (needsKey && flow.input().primaryKey().isEmpty()) {
      report(
          context,
          "input.primary_key",
          "key.missing",
          "A %s flow compares rows by key and has none.".formatted(flow.flowType()),
          "Write [input] primary_key = [\"…\"].");
    }
  }

  /** Key columns that the input really has. */
  public List<String> knownKeys() {
    return flow.input().primaryKey().stream().filter(flow.input().schema()::has).toList();
  }

  private static void report(
      FlowContext context, String element, String code, String message, String fix) {
    context.report(Problem.error(code, Place.of(element), message, fix));
  }
}

package io.qarion.plugins.flows.outbox;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.BatchRange;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the rows of an outbox come from, and the step that makes events of them. */
sealed interface OutboxSource {

  static OutboxSource of(FlowContext context) {
    return new OutboxSettings(context.flow()).readsOtherFlow()
        ? new OfDataset(context.flow())
        : new OfFiles(context.flow());
  }

  TaskId step();

  DagNode node(Dataset outbox);

  /** What the step does; empty as long as settings are missing. */
  Optional<StepWork> work(FlowContext context, Dataset outbox);

  /** The datasets that the flow makes, with all that is wrong reported. */
  List<Dataset> checked(FlowContext context, Dataset outbox);

  /** Files that the flow loads itself: rows and events take effect together. */
  record OfFiles(Flow flow) implements OutboxSource {

    @Override
    public TaskId step() {
      return LandingStep.ID;
    }

    @Override
    public DagNode node(Dataset outbox) {
      var landing = new LandingStep(flow);
      return new DagNode(
          step(),
          StepType.INGESTION,
          "Load files and make events",
          Set.of(),
          Set.of(landing.landingName(), outbox.name()),
          "properties.load");
    }

    @Override
    public Optional<StepWork> work(FlowContext context, Dataset outbox) {
      var settings = new OutboxSettings(flow);
      var landing = new LandingStep(flow);
      if (!settings.isUsable(landing.landing().schema())) {
        return Optional.of(landing.work());
      }
      List<String> keys =
          landing.knownKeys().isEmpty()
              ? List.of(TechnicalColumns.SOURCE_FILE, TechnicalColumns.SOURCE_ROW)
              : landing.knownKeys();
      var strategy =
          new RowsToOutboxStrategy(
              flow.id(), settings, landing.landing(), outbox, keys, BatchRange.CURRENT);
      return Optional.of(
          new StepWork.Load(
              flow.load(),
              landing.landing(),
              true,
              landing.rejects(),
              Optional.of(strategy.instructions(step()))));
    }

    @Override
    public List<Dataset> checked(FlowContext context, Dataset outbox) {
      var landing = new LandingStep(flow);
      landing.check(context, false);
      new OutboxSettings(flow).check(context, landing.landing().schema());
      var datasets = new ArrayList<>(landing.datasets());
      datasets.add(outbox);
      return datasets;
    }
  }

  /** A dataset of another flow: all its batches become events, each once. */
  record OfDataset(Flow flow) implements OutboxSource {

    private static final TaskId STEP = new TaskId("events");

    @Override
    public TaskId step() {
      return STEP;
    }

    @Override
    public DagNode node(Dataset outbox) {
      Set<DatasetName> reads =
          flow.properties().text(OutboxSettings.SOURCE).stream()
              .filter(name -> !name.isBlank())
              .map(DatasetName::new)
              .collect(Collectors.toSet());
      return new DagNode(
          STEP,
          StepType.TRANSFORMATION,
          "Make events",
          reads,
          Set.of(outbox.name()),
          "properties." + OutboxSettings.SOURCE);
    }

    @Override
    public Optional<StepWork> work(FlowContext context, Dataset outbox) {
      var settings = new OutboxSettings(flow);
      return settings
          .source(context.datasets())
          .filter(source -> settings.isUsable(source.schema()))
          .filter(source -> source.schema().has(TechnicalColumns.BATCH_ID))
          .filter(source -> !keys(settings, source).isEmpty())
          .map(source ->
              new RowsToOutboxStrategy(
                  flow.id(), settings, source, outbox, keys(settings, source), BatchRange.ALL))
          .map(strategy -> new StepWork.Transform(strategy.instructions(STEP)));
    }

    /** The key of a dataset that has batches; where it has none, what the user says. */
    private static List<String> keys(OutboxSettings settings, Dataset source) {
      return source.primaryKey().isEmpty() ? settings.aggregateId(List.of()) : source.primaryKey();
    }

    @Override
    public List<Dataset> checked(FlowContext context, Dataset outbox) {
      var settings = new OutboxSettings(flow);
      Optional<Dataset> source = settings.source(context.datasets());
      if (source.isEmpty()) {
        List<String> known =
            context.datasets().datasets().keySet().stream().map(DatasetName::value).toList();
        String name = flow.properties().text(OutboxSettings.SOURCE, "");
        context.report(
            Problem.error(
                    "dataset.unknown",
                    Place.of("properties." + OutboxSettings.SOURCE),
                    "There is no dataset '%s' in the project.".formatted(name),
                    "Name a dataset that a flow makes or that datasets/ declares.")
                .with(QuickFix.replacements("properties." + OutboxSettings.SOURCE, name, known)));
      }
      source.ifPresent(dataset -> check(context, settings, dataset));
      return List.of(outbox);
    }

    private static void check(FlowContext context, OutboxSettings settings, Dataset source) {
      settings.check(context, source.schema());
      if (!source.schema().has(TechnicalColumns.BATCH_ID)) {
        context.report(
            Problem.error(
                "outbox.no_batches",
                Place.of("properties." + OutboxSettings.SOURCE),
                "'%s' does not keep its batches apart, so nobody can say which rows are new."
                    .formatted(source.name()),
                "Name a dataset with batches, such as a change feed or a landing."));
      } else if (keys(settings, source).isEmpty()) {
        context.report(
            Problem.error(
                "outbox.no_key",
                Place.of("properties.aggregate_id_columns"),
                "'%s' has no key that tells its events apart.".formatted(source.name()),
                "Write aggregate_id_columns = [\"…\"]."));
      }
    }
  }
}

package io.qarion.app.designer.edit;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.StepDrafts.Input;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Runs edits of the flow that is shown, each as one command, and tells them what they have to know
 * of it. What can't be done is said, and nothing is changed.
 */
final class FlowChanges {

  /** The types of flow whose steps are their tasks; others make theirs. */
  private static final Set<String> OF_TASKS = Set.of("standard", "orchestrator");

  private final DesignerSession session;

  FlowChanges(DesignerSession session) {
    this.session = session;
  }

  /** A text, and the step that is chosen then. */
  record Changed(TomlDocument document, Optional<TaskId> chosen) {}

  /** Whether steps can be put into the flow that is shown. */
  boolean takesSteps() {
    return session
        .active()
        .get()
        .filter(flow -> OF_TASKS.contains(flow.stored().get().flow().flowType()))
        .isPresent();
  }

  /** Changes steps; refused where the flow's type makes them. */
  Optional<TaskId> steps(String name, BiFunction<FlowDocument, TomlDocument, Changed> change) {
    return any(
        name,
        (flow, document) -> {
          checkTakesSteps();
          return change.apply(flow, document);
        });
  }

  /** Changes anything; the step that is chosen then. */
  Optional<TaskId> any(String name, BiFunction<FlowDocument, TomlDocument, Changed> change) {
    Optional<FlowDocument> shown = session.active().get();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    FlowDocument flow = shown.get();
    var chosen = new AtomicReference<Optional<TaskId>>(Optional.empty());
    try {
      flow.edit(
          name,
          document -> {
            Changed changed = change.apply(flow, document);
            chosen.set(changed.chosen());
            return changed.document();
          });
      chosen.get().ifPresent(_ -> flow.selection().set(chosen.get()));
    } catch (QarionException e) {
      session.failed(e);
    }
    return chosen.get();
  }

  private void checkTakesSteps() {
    if (!takesSteps()) {
      throw new QarionException(
          Problem.error(
              "edit.typed_flow",
              Place.UNKNOWN,
              "The steps of this flow are made by its type.",
              "Change its settings in the inspector, or make a flow of tasks."));
    }
  }

  /** What steps write, with its columns as far as they are known. */
  static List<Input> inputs(FlowDocument flow, List<TaskId> steps) {
    return steps.stream()
        .flatMap(step ->
            flow.stored().get().flow().tasks().stream().filter(task -> task.id().equals(step)))
        .flatMap(task -> task.target().stream())
        .map(name -> new Input(name, schema(flow, name).orElse(Schema.EMPTY)))
        .toList();
  }

  /** The columns of a dataset as the flow was last compiled. */
  static Optional<Schema> schema(FlowDocument flow, DatasetName name) {
    return flow.compiled().get().map(CompiledFlow::datasets).stream()
        .flatMap(List::stream)
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .map(dataset -> TechnicalColumns.visible(dataset.schema(), ""));
  }

  /** Names of datasets that others make or describe. */
  Set<String> taken(FlowDocument shown) {
    Stream<DatasetName> others =
        session.flows().stream()
            .filter(flow -> flow != shown)
            .flatMap(flow -> flow.compiled().get().stream())
            .flatMap(compiled -> compiled.datasets().stream())
            .map(Dataset::name);
    Stream<DatasetName> declared =
        session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
            .map(StoredDataset::dataset)
            .map(Dataset::name);
    var taken = new HashSet<String>();
    Stream.concat(others, declared).map(DatasetName::value).forEach(taken::add);
    return taken;
  }
}

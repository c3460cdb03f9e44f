package io.qarion.app.designer.session;

import io.qarion.app.designer.journal.Recovered;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.repository.StoredFlow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A project as it was read.
 *
 * @param lastSteps of each flow's last run
 * @param recovered what the journals know of each flow, by its file
 * @param known whether it was trusted before
 */
record ProjectOpening(
    OpenProject project,
    List<StoredFlow> flows,
    Map<FlowId, List<StepRecord>> lastSteps,
    Map<String, Recovered> recovered,
    TrustedProjects.Known known) {

  /**
   * Opens a project and reads all; takes time.
   *
   * @param changes gets the files that somebody else changes from now on
   */
  static ProjectOpening of(
      Path root,
      OpenProject.Around around,
      Consumer<Set<String>> changes,
      TrustedProjects.Known known) {
    OpenProject project = OpenProject.open(root, around, changes, known::allows);
    boolean whole = false;
    try {
      ProjectOpening opening = readAll(project, known);
      whole = true;
      return opening;
    } finally {
      if (!whole) {
        project.close();
      }
    }
  }

  private static ProjectOpening readAll(OpenProject project, TrustedProjects.Known known) {
    List<StoredFlow> flows = project.flows();
    var steps = new LinkedHashMap<FlowId, List<StepRecord>>();
    var recovered = new LinkedHashMap<String, Recovered>();
    for (StoredFlow flow : flows) {
      steps.put(flow.id(), project.lastSteps(flow.id()));
      recovered.put(flow.file(), project.journals().recover(flow.file(), flow.document().text()));
    }
    project.drafts().recover(project.datasets());
    return new ProjectOpening(project, flows, steps, recovered, known);
  }

  /** Makes the flow's document, with its edits from before. */
  FlowDocument document(StoredFlow flow) {
    FlowDocument document = project.document(flow);
    document.runState().restore(lastSteps.getOrDefault(flow.id(), List.of()));
    Optional.ofNullable(recovered.get(flow.file()))
        .ifPresent(found -> {
          found.history().ifPresent(document::restore);
          document.setAside().setAll(found.setAside());
        });
    return document;
  }

  /** Edits that are not in the files and have been restored; empty if there are none. */
  Optional<RestoredEdits> restored(List<FlowDocument> documents) {
    var flows = new ArrayList<FlowDocument>();
    Instant last = Instant.EPOCH;
    for (FlowDocument document : documents) {
      Recovered found = recovered.get(document.stored().get().file());
      if (found != null && found.history().isPresent() && document.dirty().get()) {
        flows.add(document);
        Instant at = found.history().get().last();
        last = at.isAfter(last) ? at : last;
      }
    }
    return flows.isEmpty() ? Optional.empty() : Optional.of(new RestoredEdits(flows, last));
  }

  /** Why something could not be recovered, or may not be trusted. */
  List<Problem> problems() {
    return Stream.of(
            recovered.values().stream().flatMap(each -> each.problems().stream()),
            project.drafts().problems().stream(),
            known.problems().stream())
        .flatMap(problems -> problems)
        .toList();
  }
}

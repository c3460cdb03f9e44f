package io.qarion.core.plugin;

import io.qarion.core.call.FlowCall;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.quality.QualityRecords;
import io.qarion.core.quality.QualitySuite;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.Query;
import java.util.Optional;

/** What a step does, apart from how. */
public sealed interface StepWork {

  /**
   * Loads files into a landing table.
   *
   * @param declared whether the landing's columns were declared; otherwise they are those found
   * @param rejects where refused records go, if they do not fail the load
   * @param then what is computed of the landing together with it: both take effect, or none
   */
  record Load(
      LoadSettings settings,
      Dataset landing,
      boolean declared,
      Optional<Dataset> rejects,
      Optional<AtomicGroup> then)
      implements StepWork {

    /** A load that nothing is bound to. */
    public Load(
        LoadSettings settings, Dataset landing, boolean declared, Optional<Dataset> rejects) {
      this(settings, landing, declared, rejects, Optional.empty());
    }
  }

  /**
   * Computes datasets from datasets.
   *
   * @param corrections what people hand in for it beside its input, if they can
   */
  record Transform(AtomicGroup group, Optional<Corrections> corrections) implements StepWork {

    /** A step that nobody hands anything in for. */
    public Transform(AtomicGroup group) {
      this(group, Optional.empty());
    }
  }

  /**
   * Checks rows.
   *
   * @param records where the results are kept; empty if the history of runs is enough
   */
  record Check(QualitySuite suite, Optional<QualityRecords> records) implements StepWork {}

  /**
   * Delivers the events of an outbox that wait.
   *
   * @param topicPrefix comes before the type of what a message is about
   * @param publisher says how messages are delivered
   * @param element where that was written
   */
  record Relay(Dataset outbox, String topicPrefix, Settings publisher, String element)
      implements StepWork {}

  /**
   * Runs another flow.
   *
   * @param element where that was written
   */
  record Call(FlowCall call, String element) implements StepWork {}

  /**
   * Writes rows to a file.
   *
   * @param path with placeholders {@code {batch_id}}, {@code {date}} and {@code {flow_id}}
   * @param sinceLastExport only batches of the source after those the flow's last successful export
   *     has taken
   * @param spreadsheetSafe text that a spreadsheet would take for a formula gets an apostrophe
   * @param element where the export was written
   */
  record Export(
      Query query,
      boolean sinceLastExport,
      String path,
      String format,
      boolean spreadsheetSafe,
      Settings options,
      String element)
      implements StepWork {}
}

package io.qarion.plugins.flows.scd2;

import static io.qarion.plugins.flows.scd2.VersionColumns.earlier;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Severity;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the rows of a landing table into versions with the time they hold. What closes and what
 * opens is computed from the history as it was, and written in one go.
 */
final class LandingToScd2Strategy {

  private final Flow flow;
  private final Scd2Settings settings;
  private final LandingStep landing;

  LandingToScd2Strategy(Flow flow, Scd2Settings settings, LandingStep landing) {
    this.flow = flow;
    this.settings = settings;
    this.landing = landing;
  }

  /** The output: the input's columns and what is known of each version. */
  Dataset history() {
    List<String> keys = landing.knownKeys();
    var columns = new ArrayList<Column>();
    for (Column column : flow.input().schema().columns()) {
      columns.add(
          keys.contains(column.name())
              ? new Column(column.name(), column.type(), true)
              : column.optional());
    }
    columns.addAll(VersionColumns.ALL);
    var unique = new ArrayList<>(keys);
    unique.add(VersionColumns.VALID_FROM);
    return new Dataset(
        new DatasetName(flow.id() + "_scd2"),
        flow.namespace(),
        "Each version of each record, with the time it holds",
        new Schema(columns),
        unique);
  }

  AtomicGroup instructions(TaskId step) {
    Dataset history = history();
    var sources = new VersionSources(flow.input().schema(), landing, history);
    var versions = new VersionRules(flow.input().schema(), landing.knownKeys(), settings);
    Query query =
        Query.of(
            List.of(sources.current(), sources.open(), sources.closed(), sources.parts()),
            versions.rules());
    return new AtomicGroup(
        List.of(
            new TransformationInstruction(
                step, query, history, Write.Merge.upsert(history.primaryKey()))),
        expectations(sources, versions));
  }

  private List<RowExpectation> expectations(VersionSources sources, VersionRules versions) {
    Optional<String> time = settings.updatedAt();
    if (time.isEmpty()) {
      return List.of();
    }
    var expectations = new ArrayList<RowExpectation>();
    String element = "properties." + Scd2Settings.UPDATED_AT;
    if (!settings.runTimeForNull()) {
      expectations.add(
          new RowExpectation(
              Query.of(
                  List.of(sources.current()),
                  List.of(VersionRules.filter(Names.quoted(time.get()) + " is null"))),
              Severity.ERROR,
              "scd2.no_time",
              element,
              "Records without '" + time.get() + "', so that nobody knows when they changed: %,d.",
              "Correct the file, or write null_updated_at = \"run_time\"."));
    }
    if (!settings.checked().isEmpty()) {
      expectations.add(
          new RowExpectation(
              Query.of(List.of(sources.current(), sources.open()), unseen(time.get(), versions)),
              Severity.WARNING,
              "scd2.time_stands_still",
              element,
              "Records with other values than before and the same '" + time.get() + "': %,d.",
              "They begin no version; write strategy = \"check\" to see them."));
    }
    return expectations;
  }

  /** Records that changed though their time did not. */
  private List<TransformationRule> unseen(String time, VersionRules versions) {
    String came = "cast(" + Names.quoted(time) + " as timestamp)";
    return List.of(
        versions.joinKeys(VersionSources.OPEN, JoinRows.How.INNER),
        versions.differences(),
        new FilterRows(
            VersionRules.formula(
                "not %s and %s and not (%s < %s)"
                    .formatted(
                        earlier(VersionColumns.IS_DELETED),
                        VersionRules.DIFFERS,
                        earlier(VersionColumns.VALID_FROM),
                        came))));
  }
}

package io.qarion.plugins.flows.parking;

import static io.qarion.core.dataset.TechnicalColumns.BATCH_ID;
import static io.qarion.core.dataset.TechnicalColumns.SOURCE_FILE;
import static io.qarion.core.dataset.TechnicalColumns.SOURCE_ROW;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Severity;
import io.qarion.core.problem.TaskId;
import io.qarion.core.quality.CheckLiterals;
import io.qarion.core.quality.CheckText;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.RowCheck;
import io.qarion.core.quality.RowFlags;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.KeyText;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parks the rows of a batch that fail a check, says what became of parked rows that were corrected,
 * and lets all others into the target.
 */
final class ParkingStrategy {

  private static final String FLAG = "xt_fails_";
  private static final String FAILS = ParkingDatasets.FAILED_CHECKS + " <> ''";

  private final Flow flow;
  private final ParkingDatasets made;
  private final ParkingSources sources;
  private final List<QualityCheck> checks;
  private final List<RowFlags.Flags> flags;

  ParkingStrategy(
      Flow flow,
      ParkingDatasets made,
      List<QualityCheck> checks,
      Map<DatasetName, Dataset> datasets) {
    this.flow = flow;
    this.made = made;
    this.sources = new ParkingSources(made);
    this.checks = checks;
    var rowFlags = new RowFlags(made.input(), datasets, List.of(BATCH_ID));
    var all = new ArrayList<RowFlags.Flags>();
    for (QualityCheck check : checks) {
      all.add(rowFlags.of(rowCheck(check), FLAG + all.size()));
    }
    this.flags = all;
  }

  private static RowCheck rowCheck(QualityCheck check) {
    if (check.kind() instanceof RowCheck rows) {
      return rows;
    }
    throw new IllegalArgumentException(check.id() + " does not look at single rows");
  }

  /** The parking first: the target takes from it what is moved there. */
  AtomicGroup group(TaskId step) {
    return new AtomicGroup(
        List.of(
            new TransformationInstruction(
                step,
                parked(),
                made.parking(),
                Write.Merge.upsert(List.of(Corrections.PARKING_ID))),
            new TransformationInstruction(step, passed(), made.target(), new Write.Append())),
        List.of(
            new RowExpectation(
                failing(),
                Severity.WARNING,
                "rows.parked",
                "properties." + ParkingChecks.KEY,
                "Rows that fail checks and are parked in '" + made.parking().name() + "': %,d.",
                "Correct them and run replay " + flow.id() + ".")));
  }

  /** Delivered rows that fail. */
  private Query failing() {
    return query(List.of(), List.of(), List.of(Tables.filter(FAILS)));
  }

  private Query parked() {
    boolean comparesRows =
        checks.stream().anyMatch(check -> check.kind() instanceof RowCheck.Uniqueness);
    var before = new ArrayList<TransformationSource>();
    before.add(sources.corrected());
    if (comparesRows) {
      before.add(sources.present());
    }
    TransformationSource givenUp = sources.discarded();
    List<TransformationRule> first =
        List.of(
            new DeriveColumns(Tables.formulas(ofDelivered())),
            new UnionRows(aliases(before), true, false));
    String isMoved =
        "%s = '%s' and not (%s)".formatted(ParkingSources.ORIGIN, ParkingSources.CORRECTED, FAILS);
    List<TransformationRule> last =
        List.of(
            Tables.filter(
                "%s = '%s' or (%s = '%s' and %s)"
                    .formatted(
                        ParkingSources.ORIGIN,
                        ParkingSources.CORRECTED,
                        ParkingSources.ORIGIN,
                        ParkingSources.DELIVERED,
                        FAILS)),
            new DeriveColumns(Tables.formulas(ofParked(isMoved))),
            SelectColumns.Keep.names(made.parking().schema().names()),
            new UnionRows(List.of(givenUp.alias()), true, false));
    before.add(givenUp);
    return query(before, first, last);
  }

  private Map<String, String> ofDelivered() {
    Map<String, String> values = Tables.ordered();
    values.put(ParkingSources.ORIGIN, "'" + ParkingSources.DELIVERED + "'");
    values.put(
        Corrections.PARKING_ID,
        "md5(concat(%s, ':', %s))"
            .formatted(
                CheckLiterals.of(flow.id().value()),
                KeyText.of(List.of(BATCH_ID, SOURCE_FILE, SOURCE_ROW))));
    values.put(ParkingDatasets.PARKED_AT, ":batch_clock");
    values.put(ParkingSources.OLD_CHECKS, "cast(null as string)");
    values.put(ParkingSources.OLD_MESSAGES, "cast(null as string)");
    return values;
  }

  private static Map<String, String> ofParked(String isMoved) {
    Map<String, String> values = Tables.ordered();
    values.put(
        Corrections.STATUS,
        "case when %s then '%s' else '%s' end"
            .formatted(isMoved, Corrections.REPLAYED, Corrections.PARKED));
    values.put(Corrections.REPLAYED_BATCH, "case when " + isMoved + " then :batch_id end");
    values.put(
        ParkingDatasets.MESSAGES,
        "case when %s then %s else %s end"
            .formatted(FAILS, ParkingDatasets.MESSAGES, ParkingSources.OLD_MESSAGES));
    values.put(
        ParkingDatasets.FAILED_CHECKS,
        "case when %s then %s else %s end"
            .formatted(FAILS, ParkingDatasets.FAILED_CHECKS, ParkingSources.OLD_CHECKS));
    return values;
  }

  private Query passed() {
    TransformationSource moved = sources.moved();
    Map<String, String> values = Tables.ordered();
    values.put(ParkingDatasets.PARKED_BATCH, "cast(null as integer)");
    values.put(Corrections.PARKING_ID, "cast(null as string)");
    return query(
        List.of(moved),
        List.of(),
        List.of(
            Tables.filter("not (" + FAILS + ")"),
            new DeriveColumns(Tables.formulas(values)),
            SelectColumns.Keep.names(moved.schema().names()),
            new UnionRows(List.of(moved.alias()), true, false)));
  }

  /** Delivered rows, with what is done before and after all checks have been looked at. */
  private Query query(
      List<TransformationSource> others,
      List<TransformationRule> before,
      List<TransformationRule> after) {
    var all = new ArrayList<>(List.of(sources.delivered()));
    all.addAll(others);
    flags.forEach(each -> all.addAll(each.sources()));
    var rules = new ArrayList<>(before);
    flags.forEach(each -> rules.addAll(each.rules()));
    rules.add(new DeriveColumns(Tables.formulas(verdict())));
    rules.addAll(after);
    return Query.of(all, rules);
  }

  /** Every check that a row fails, by id and in words. */
  private Map<String, String> verdict() {
    var ids = new ArrayList<String>();
    var messages = new ArrayList<String>();
    for (int i = 0; i < checks.size(); i++) {
      QualityCheck check = checks.get(i);
      ids.add(when(i, check.id()));
      messages.add(when(i, check.name() + ": " + CheckText.ofFailure(rowCheck(check))));
    }
    Map<String, String> values = Tables.ordered();
    values.put(ParkingDatasets.FAILED_CHECKS, joined(", ", ids));
    values.put(ParkingDatasets.MESSAGES, joined("; ", messages));
    return values;
  }

  private static String when(int check, String text) {
    return "case when " + FLAG + check + " then " + CheckLiterals.of(text) + " end";
  }

  private static String joined(String separator, List<String> texts) {
    return texts.isEmpty()
        ? "''"
        : texts.stream().collect(Collectors.joining(", ", "concat_ws('" + separator + "', ", ")"));
  }

  private static List<String> aliases(List<TransformationSource> sources) {
    return sources.stream().map(TransformationSource::alias).toList();
  }
}

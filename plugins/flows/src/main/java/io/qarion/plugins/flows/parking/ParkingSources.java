package io.qarion.plugins.flows.parking;

import static io.qarion.core.dataset.TechnicalColumns.BATCH_ID;
import static io.qarion.core.dataset.TechnicalColumns.SOURCE_FILE;
import static io.qarion.core.dataset.TechnicalColumns.SOURCE_ROW;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rows are parked from: the delivery, corrections of earlier ones, and what is there already.
 * All of them carry the batch of their delivery.
 */
final class ParkingSources {

  /** Where a row comes from. */
  static final String ORIGIN = "xt_origin";

  static final String DELIVERED = "delivered";
  static final String CORRECTED = "corrected";
  static final String PRESENT = "present";

  /** What a corrected row failed when it was parked. */
  static final String OLD_CHECKS = "xt_old_checks";

  static final String OLD_MESSAGES = "xt_old_messages";

  private static final String PARKED = "parked";

  private final ParkingDatasets made;

  ParkingSources(ParkingDatasets made) {
    this.made = made;
  }

  /** The rows of the running batch. */
  TransformationSource delivered() {
    Dataset staging = made.staging().landing();
    var columns = new ArrayList<>(made.input().columns());
    for (String name : List.of(BATCH_ID, SOURCE_FILE, SOURCE_ROW)) {
      columns.add(staging.schema().find(name).orElseThrow());
    }
    return new TransformationSource(
        DELIVERED, new RowSource.Stored(staging, BatchRange.CURRENT), new Schema(columns));
  }

  /** Parked rows as they were corrected in the running batch, each only while it is parked. */
  TransformationSource corrected() {
    return handedIn(CORRECTED, Corrections.REPLAY, made.input().columns());
  }

  /** Parked rows that were given up in the running batch, as they were. */
  TransformationSource discarded() {
    Dataset corrections = made.corrections().handedIn();
    var handedIn =
        new TransformationSource(
            "handed_in",
            new RowSource.Stored(corrections, BatchRange.CURRENT),
            schema(corrections, List.of(Corrections.PARKING_ID, Corrections.ACTION)));
    Dataset parking = made.parking();
    List<TransformationRule> rules =
        List.of(
            Tables.filter(Corrections.STATUS + " = '" + Corrections.PARKED + "'"),
            Tables.join(JoinRows.How.SEMI, "discarded", List.of(Corrections.PARKING_ID)),
            new DeriveColumns(statusAndBatch()));
    TransformationSource discarded =
        Tables.computed(
            "discarded",
            List.of(handedIn),
            List.of(
                Tables.filter(Corrections.ACTION + " = '" + Corrections.DISCARD + "'"),
                SelectColumns.Keep.names(List.of(Corrections.PARKING_ID))),
            List.of(Column.of(Corrections.PARKING_ID, PlainType.STRING)));
    return Tables.computed(
        "given_up", List.of(all(PARKED, parking), discarded), rules, parking.schema().columns());
  }

  private static Map<String, Formula> statusAndBatch() {
    Map<String, String> values = Tables.ordered();
    values.put(Corrections.STATUS, "'" + Corrections.DISCARDED + "'");
    values.put(Corrections.REPLAYED_BATCH, ":batch_id");
    return Tables.formulas(values);
  }

  /** Rows of the target that came with a delivery of which rows are corrected now. */
  TransformationSource present() {
    TransformationSource deliveries =
        Tables.computed(
            "deliveries",
            List.of(corrected()),
            List.of(
                SelectColumns.Keep.names(List.of(BATCH_ID)),
                new DistinctRows(List.of(), List.of(), false)),
            List.of(Column.of(BATCH_ID, PlainType.INTEGER)));
    Map<String, String> values = Tables.ordered();
    values.put(BATCH_ID, "coalesce(" + ParkingDatasets.PARKED_BATCH + ", " + BATCH_ID + ")");
    values.put(ORIGIN, "'" + PRESENT + "'");
    var names = new ArrayList<>(made.input().names());
    names.add(BATCH_ID);
    names.add(ORIGIN);
    var columns = new ArrayList<>(made.input().columns());
    columns.add(Column.of(BATCH_ID, PlainType.INTEGER));
    columns.add(Column.of(ORIGIN, PlainType.STRING));
    return Tables.computed(
        PRESENT,
        List.of(all("target", made.target()), deliveries),
        List.of(
            // What this batch itself brings there must not be seen when it is done again.
            Tables.filter(BATCH_ID + " < :batch_id"),
            new DeriveColumns(Tables.formulas(values)),
            Tables.join(JoinRows.How.SEMI, "deliveries", List.of(BATCH_ID)),
            SelectColumns.Keep.names(names)),
        columns);
  }

  /** Rows that the running batch moves from the parking to the target. */
  TransformationSource moved() {
    var choices = new ArrayList<SelectColumns.Choice>();
    var columns = new ArrayList<>(made.input().columns());
    made.input()
        .names()
        .forEach(name -> choices.add(new SelectColumns.Choice(name, Optional.empty())));
    choices.add(new SelectColumns.Choice(BATCH_ID, Optional.of(ParkingDatasets.PARKED_BATCH)));
    choices.add(new SelectColumns.Choice(Corrections.PARKING_ID, Optional.empty()));
    columns.add(Column.of(ParkingDatasets.PARKED_BATCH, PlainType.INTEGER));
    columns.add(Column.of(Corrections.PARKING_ID, PlainType.STRING));
    return Tables.computed(
        "moved",
        List.of(all(PARKED, made.parking())),
        List.of(
            Tables.filter(
                "%s = '%s' and %s = :batch_id"
                    .formatted(
                        Corrections.STATUS, Corrections.REPLAYED, Corrections.REPLAYED_BATCH)),
            new SelectColumns.Keep(choices)),
        columns);
  }

  private TransformationSource handedIn(String alias, String action, List<Column> input) {
    Dataset corrections = made.corrections().handedIn();
    var names = new ArrayList<>(input.stream().map(Column::name).toList());
    names.add(Corrections.PARKING_ID);
    var visible = new ArrayList<>(names);
    visible.add(Corrections.ACTION);
    var handedIn =
        new TransformationSource(
            "handed_in",
            new RowSource.Stored(corrections, BatchRange.CURRENT),
            schema(corrections, visible));
    TransformationSource parked = parked();
    var columns = new ArrayList<>(input);
    columns.addAll(parked.schema().columns());
    columns.add(Column.of(ORIGIN, PlainType.STRING));
    return Tables.computed(
        alias,
        List.of(handedIn, parked),
        List.of(
            Tables.filter(Corrections.ACTION + " = '" + action + "'"),
            SelectColumns.Keep.names(names),
            Tables.join(JoinRows.How.INNER, PARKED, List.of(Corrections.PARKING_ID)),
            new DeriveColumns(Tables.formulas(Map.of(ORIGIN, "'" + CORRECTED + "'")))),
        columns);
  }

  /** What is known of the rows that are parked now, but their values. */
  private TransformationSource parked() {
    Map<String, String> kept = Tables.ordered();
    kept.put(Corrections.PARKING_ID, Corrections.PARKING_ID);
    kept.put(BATCH_ID, BATCH_ID);
    kept.put(SOURCE_FILE, SOURCE_FILE);
    kept.put(SOURCE_ROW, SOURCE_ROW);
    kept.put(ParkingDatasets.PARKED_AT, ParkingDatasets.PARKED_AT);
    kept.put(ParkingDatasets.FAILED_CHECKS, OLD_CHECKS);
    kept.put(ParkingDatasets.MESSAGES, OLD_MESSAGES);
    var choices = new ArrayList<SelectColumns.Choice>();
    var columns = new ArrayList<Column>();
    kept.forEach((name, as) -> {
      choices.add(new SelectColumns.Choice(name, Optional.of(as)));
      columns.add(made.parking().schema().find(name).orElseThrow().withName(as));
    });
    return Tables.computed(
        PARKED,
        List.of(all("parking", made.parking())),
        List.of(
            Tables.filter(Corrections.STATUS + " = '" + Corrections.PARKED + "'"),
            new SelectColumns.Keep(choices)),
        columns);
  }

  private static TransformationSource all(String alias, Dataset dataset) {
    return TransformationSource.of(alias, new RowSource.Stored(dataset, BatchRange.ALL));
  }

  private static Schema schema(Dataset dataset, List<String> names) {
    return new Schema(
        names.stream().map(name -> dataset.schema().find(name).orElseThrow()).toList());
  }
}

package io.qarion.plugins.flows.parking;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.problem.DatasetName;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.List;

/** What a flow that parks bad rows makes: rows that are good, rows that are not, corrections. */
final class ParkingDatasets {

  static final String FAILED_CHECKS = "xt_failed_checks";
  static final String MESSAGES = "xt_error_messages";
  static final String PARKED_AT = "xt_parked_at";

  /** The batch whose delivery a row of the target was, if it was parked in between. */
  static final String PARKED_BATCH = "xt_parked_batch_id";

  private final Flow flow;
  private final LandingStep staging;

  ParkingDatasets(Flow flow) {
    this.flow = flow;
    this.staging = LandingStep.withoutKey(flow, "staging");
  }

  LandingStep staging() {
    return staging;
  }

  Schema input() {
    return flow.input().schema();
  }

  /** Rows that pass all checks, each under the batch that brought it there. */
  Dataset target() {
    return dataset(
        "_target",
        "Rows that pass all checks",
        List.of(
            new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
            Column.of(PARKED_BATCH, PlainType.INTEGER),
            Column.of(Corrections.PARKING_ID, PlainType.STRING)));
  }

  /** Rows that failed a check, each under the batch of its delivery. */
  Dataset parking() {
    return dataset(
        "_error_parking",
        "Rows that failed a check, and what became of them",
        List.of(
            new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
            new Column(Corrections.PARKING_ID, PlainType.STRING, true),
            new Column(FAILED_CHECKS, PlainType.STRING, true),
            new Column(MESSAGES, PlainType.STRING, true),
            new Column(PARKED_AT, PlainType.TIMESTAMP, true),
            new Column(Corrections.STATUS, PlainType.STRING, true),
            new Column(TechnicalColumns.SOURCE_FILE, PlainType.STRING, true),
            new Column(TechnicalColumns.SOURCE_ROW, PlainType.INTEGER, true),
            Column.of(Corrections.REPLAYED_BATCH, PlainType.INTEGER)));
  }

  Corrections corrections() {
    return Corrections.of(flow, parking());
  }

  private Dataset dataset(String suffix, String description, List<Column> added) {
    var columns = new ArrayList<>(input().columns());
    columns.addAll(added);
    return new Dataset(
        new DatasetName(flow.id() + suffix),
        flow.namespace(),
        description,
        new Schema(columns),
        List.of());
  }
}

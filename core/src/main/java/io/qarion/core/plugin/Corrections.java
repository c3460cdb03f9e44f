package io.qarion.core.plugin;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that were put aside, and what people say of them: each batch of corrections is kept like a
 * delivery, so that all can be computed again from both.
 *
 * @param input columns that can be corrected
 * @param parked the rows that were put aside, which are there by {@link #PARKING_ID}
 * @param handedIn what is said of them: the whole rows as they should be
 */
public record Corrections(Schema input, Dataset parked, Dataset handedIn) {

  /** Names a row for good. */
  public static final String PARKING_ID = "xt_parking_id";

  /** What became of a row that was put aside. */
  public static final String STATUS = "xt_status";

  /** The batch that moved a row on, or gave it up. */
  public static final String REPLAYED_BATCH = "xt_replayed_batch_id";

  /** Whether a row is to be checked again or given up. */
  public static final String ACTION = "xt_action";

  public static final String PARKED = "parked";
  public static final String REPLAYED = "replayed";
  public static final String DISCARDED = "discarded";
  public static final String REPLAY = "replay";
  public static final String DISCARD = "discard";

  private static final String HANDED_IN_AT = "xt_corrected_at";

  /** Corrections of a flow's parked rows. */
  public static Corrections of(Flow flow, Dataset parked) {
    Schema input = flow.input().schema();
    var columns = new ArrayList<Column>();
    columns.add(new Column(PARKING_ID, PlainType.STRING, true));
    columns.add(new Column(ACTION, PlainType.STRING, true));
    input.columns().forEach(column -> columns.add(column.optional()));
    columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    columns.add(new Column(HANDED_IN_AT, PlainType.TIMESTAMP, true));
    return new Corrections(
        input,
        parked,
        new Dataset(
            new DatasetName(flow.id() + "_corrections"),
            flow.namespace(),
            "Parked rows as they were corrected, or given up",
            new Schema(columns),
            List.of()));
  }
}

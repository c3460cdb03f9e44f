package io.qarion.core.outbox;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.problem.DatasetName;
import java.util.List;
import java.util.Optional;

/** The columns of an outbox: an event a row, with how far its delivery is. */
public final class OutboxColumns {

  public static final String ID = "id";
  public static final String AGGREGATE_TYPE = "aggregatetype";
  public static final String AGGREGATE_ID = "aggregateid";
  public static final String TYPE = "type";
  public static final String PAYLOAD = "payload";
  public static final String SEQUENCE = "xt_sequence";
  public static final String STATUS = "xt_status";
  public static final String ATTEMPTS = "xt_attempts";
  public static final String LAST_ERROR = "xt_last_error";
  public static final String SENT_AT = "xt_sent_at";

  /** Not delivered yet. */
  public static final String PENDING = "pending";

  /** The target has accepted it. */
  public static final String SENT = "sent";

  /** Tried too often; what follows it of the same aggregate waits. */
  public static final String DEAD = "dead";

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column(ID, PlainType.STRING, true),
              new Column(AGGREGATE_TYPE, PlainType.STRING, true),
              new Column(AGGREGATE_ID, PlainType.STRING, true),
              new Column(TYPE, PlainType.STRING, true),
              Column.of(PAYLOAD, PlainType.STRING),
              new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
              new Column(SEQUENCE, PlainType.INTEGER, true),
              new Column(STATUS, PlainType.STRING, true),
              new Column(ATTEMPTS, PlainType.INTEGER, true),
              Column.of(LAST_ERROR, PlainType.STRING),
              Column.of(SENT_AT, PlainType.TIMESTAMP)));

  private OutboxColumns() {}

  /** The table of a flow's events. */
  public static Dataset dataset(DatasetName name, Optional<String> namespace) {
    return new Dataset(
        name, namespace, "Events, and how far their delivery is", SCHEMA, List.of(ID));
  }
}

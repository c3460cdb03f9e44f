package io.qarion.plugins.flows.scd2;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import java.util.List;

/** The columns that a history of versions adds to those of the input. */
final class VersionColumns {

  static final String VALID_FROM = "xt_valid_from";
  static final String VALID_TO = "xt_valid_to";
  static final String IS_CURRENT = "xt_is_current";
  static final String IS_DELETED = "xt_is_deleted";
  static final String VERSION = "xt_version";
  static final String RECORD_ID = "xt_record_id";
  static final String CLOSED_BATCH = "xt_closed_batch_id";

  static final List<Column> ALL =
      List.of(
          new Column(VALID_FROM, PlainType.TIMESTAMP, true),
          Column.of(VALID_TO, PlainType.TIMESTAMP),
          new Column(IS_CURRENT, PlainType.BOOLEAN, true),
          new Column(IS_DELETED, PlainType.BOOLEAN, true),
          new Column(VERSION, PlainType.INTEGER, true),
          new Column(RECORD_ID, PlainType.STRING, true),
          new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
          Column.of(CLOSED_BATCH, PlainType.INTEGER));

  private VersionColumns() {}

  /** The name of a column of the open version beside the record that has just come. */
  static String earlier(String column) {
    return "xt_earlier_" + column;
  }
}

package io.qarion.plugins.flows.publishing;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import java.util.List;

/** The columns that a transaction has beside those of the input. */
final class TransactionColumns {

  static final String ID = "xt_transaction_id";
  static final String TYPE = "xt_transaction_type";
  static final String SIGN = "xt_sign";
  static final String OPERATION = "xt_merge_operation";
  static final String BOOKED_AT = "xt_booked_at";

  static final List<Column> ALL =
      List.of(
          new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
          new Column(ID, PlainType.STRING, true),
          new Column(TYPE, PlainType.STRING, true),
          new Column(SIGN, PlainType.INTEGER, true),
          new Column(OPERATION, PlainType.STRING, true),
          new Column(BOOKED_AT, PlainType.TIMESTAMP, true));

  private TransactionColumns() {}
}

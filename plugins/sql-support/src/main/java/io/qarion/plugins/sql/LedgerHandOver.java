package io.qarion.plugins.sql;

import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.problem.DatasetName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes what the tables of a ledger say of a step that of another one. */
final class LedgerHandOver {

  private final Connection connection;
  private final LedgerStep from;
  private final LedgerStep to;

  LedgerHandOver(Connection connection, LedgerStep from, LedgerStep to) {
    this.connection = connection;
    this.from = from;
    this.to = to;
  }

  void run(Optional<DatasetName> landing) throws SQLException {
    copyBatches();
    // What the old step took in its own flow, the new one may take of another.
    move("xt_commits", ", watermark = coalesce(watermark, batch_id)");
    move("xt_files", "");
    if (landing.isPresent()) {
      SqlStoreLedger.execute(
          connection,
          "UPDATE xt_landings SET flow_id = ? WHERE flow_id = ? AND dataset = ?",
          to.flow().value(),
          from.flow().value(),
          landing.get().value());
    }
  }

  private void copyBatches() throws SQLException {
    SqlStoreLedger.execute(
        connection,
        """
        INSERT INTO xt_batches
        SELECT b.batch_id, ?, b.clock, CASE WHEN b.status = ? THEN ? ELSE b.status END
        FROM xt_batches b
        WHERE b.flow_id = ?
          AND (b.batch_id IN (SELECT batch_id FROM xt_commits WHERE flow_id = ? AND step_id = ?)
            OR b.batch_id IN (SELECT batch_id FROM xt_files WHERE flow_id = ? AND step_id = ?))
          AND b.batch_id NOT IN (SELECT batch_id FROM xt_batches WHERE flow_id = ?)\
        """,
        to.flow().value(),
        BatchStatus.OPEN.text(),
        BatchStatus.SUCCESS.text(),
        from.flow().value(),
        from.flow().value(),
        from.step().value(),
        from.flow().value(),
        from.step().value(),
        to.flow().value());
  }

  private void move(String table, String more) throws SQLException {
    SqlStoreLedger.execute(
        connection,
        "UPDATE %s SET flow_id = ?, step_id = ?%s WHERE flow_id = ? AND step_id = ?"
            .formatted(table, more),
        to.flow().value(),
        to.step().value(),
        from.flow().value(),
        from.step().value());
  }
}

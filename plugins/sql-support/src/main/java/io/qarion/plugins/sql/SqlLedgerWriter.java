package io.qarion.plugins.sql;

import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.engine.StoreLedger;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Notes that take effect with the transaction of a connection. */
final class SqlLedgerWriter implements StoreLedger.Writer {

  private final Connection connection;
  private final Function<SQLException, QarionException> errors;

  SqlLedgerWriter(Connection connection, Function<SQLException, QarionException> errors) {
    this.connection = connection;
    this.errors = errors;
  }

  @Override
  public void committed(StepCommit commit) {
    run(
        "DELETE FROM xt_commits WHERE flow_id = ? AND step_id = ? AND batch_id = ?",
        commit.flow().value(),
        commit.step().value(),
        commit.batchId());
    run(
        "INSERT INTO xt_commits VALUES (?, ?, ?, ?, ?, ?, %s)"
            .formatted(commit.watermark().map(Object::toString).orElse("NULL")),
        commit.flow().value(),
        commit.step().value(),
        commit.batchId(),
        commit.fingerprint(),
        commit.clock().toString(),
        commit.rows());
  }

  @Override
  public void loaded(LoadedFile file) {
    run(
        "DELETE FROM xt_files WHERE flow_id = ? AND step_id = ? AND batch_id = ? AND path = ?",
        file.flow().value(),
        file.step().value(),
        file.batchId(),
        file.path());
    run(
        "INSERT INTO xt_files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        file.flow().value(),
        file.step().value(),
        file.batchId(),
        file.path(),
        file.sha256(),
        file.size(),
        file.modified(),
        file.rows());
  }

  @Override
  public void landed(LandedBatch batch) {
    run(
        "DELETE FROM xt_landings WHERE flow_id = ? AND dataset = ? AND batch_id = ?",
        batch.flow().value(),
        batch.landing().value(),
        batch.batchId());
    run(
        "INSERT INTO xt_landings VALUES (?, ?, ?, ?, ?)",
        batch.flow().value(),
        batch.landing().value(),
        batch.batchId(),
        NameList.text(batch.columns()),
        NameList.text(batch.primaryKey()));
  }

  @Override
  public List<LandedBatch> landings(FlowId flow) {
    try {
      return SqlStoreLedger.landings(connection, flow);
    } catch (SQLException e) {
      throw errors.apply(e);
    }
  }

  @Override
  public void reopened(FlowId flow, long batchId) {
    run(
        "UPDATE xt_batches SET status = ? WHERE flow_id = ? AND batch_id = ?",
        BatchStatus.OPEN.text(),
        flow.value(),
        batchId);
    run("DELETE FROM xt_commits WHERE flow_id = ? AND batch_id = ?", flow.value(), batchId);
  }

  private void run(String sql, Object... values) {
    try {
      SqlStoreLedger.execute(connection, sql, values);
    } catch (SQLException e) {
      throw errors.apply(e);
    }
  }
}

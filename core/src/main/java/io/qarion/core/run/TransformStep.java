package io.qarion.core.run;

import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes datasets; all instructions of a step take effect together. */
final class TransformStep {

  private final RunEnvironment environment;

  TransformStep(RunEnvironment environment) {
    this.environment = environment;
  }

  StepStatistics run(StepWork.Transform work, StepRun run) {
    try (EngineTransaction transaction = environment.engine().begin(run.cancellation())) {
      StepStatistics total = execute(work, run, transaction);
      run.commit(transaction, total.rowsOut(), Optional.empty());
      return total;
    }
  }

  /** The same as part of a greater work; takes effect with the transaction. */
  static StepStatistics execute(
      StepWork.Transform work, StepRun run, EngineTransaction transaction) {
    List<TransformationInstruction> instructions = work.group().instructions();
    // One instruction may read what another writes, so all tables have to be there first.
    instructions.forEach(instruction -> prepare(instruction, run, transaction));
    work.corrections().ifPresent(corrections -> transaction.prepare(corrections.handedIn()));
    check(work.group().expectations(), run, transaction);
    var compared = new ComparedColumns(transaction.ledger().landings(run.flow().id()));
    StepStatistics total = StepStatistics.NONE;
    for (TransformationInstruction instruction : instructions) {
      total = total.plus(transaction.execute(compared.adapted(instruction), run.batch()));
    }
    return total;
  }

  /** Looks at the rows before anything is written; all that is wrong is said at once. */
  private static void check(
      List<RowExpectation> expectations, StepRun run, EngineTransaction transaction) {
    var broken = new ArrayList<Problem>();
    for (RowExpectation expectation : expectations) {
      long rows = transaction.count(expectation.unwanted(), run.batch());
      if (rows > 0) {
        Problem problem = expectation.problem(rows);
        (problem.isError() ? broken : run.warnings()).add(problem);
      }
    }
    if (!broken.isEmpty()) {
      throw new QarionException(broken);
    }
  }

  private static void prepare(
      TransformationInstruction instruction, StepRun run, EngineTransaction transaction) {
    if (!(instruction.write() instanceof Write.Replace)) {
      transaction.prepare(instruction.target());
    }
    if (instruction.write() instanceof Write.Append) {
      transaction.removeBatch(instruction.target(), run.batch().batchId());
    }
  }
}

package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.TransformationRule;
import java.util.List;

/**
 * The rows of one step, to be looked at page by page, with rules such as a filter or an order on
 * top of them. Nothing can be written through it. Failures are {@code QarionException}s.
 */
public interface StepRows {

  /** Where the rows come from. */
  enum Origin {
    /** From the stored result. */
    STORED,
    /** From a file that has not been loaded yet. */
    FILE,
    /** From the step's inputs, on the way. */
    COMPUTED
  }

  /** The columns without any rules on top. */
  Schema schema();

  Origin origin();

  /** What is wrong with rules that are to be put on top, found without computing a row. */
  List<Problem> check(List<TransformationRule> rules);

  /**
   * Some rows of what the rules make of the step's.
   *
   * @param offset rows to pass over
   * @param rows at most, 1 or more
   */
  RowPage page(List<TransformationRule> rules, long offset, int rows, Cancellation cancellation);

  /** How many rows there are after the rules. */
  long count(List<TransformationRule> rules, Cancellation cancellation);
}

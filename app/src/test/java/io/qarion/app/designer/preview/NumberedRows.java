package io.qarion.app.designer.preview;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.run.StepRows;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows that hold their own number, and a record of what was asked. */
final class NumberedRows implements StepRows {

  /** What was asked of the engine. */
  record Asked(List<TransformationRule> rules, long offset) {}

  private final Schema schema;
  private final long count;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  NumberedRows(long count, int columns) {
    this.count = count;
    this.schema =
        new Schema(
            IntStream.range(0, columns)
                .mapToObj(i -> Column.of("c" + i, PlainType.INTEGER))
                .toList());
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Origin origin() {
    return Origin.STORED;
  }

  @Override
  public List<Problem> check(List<TransformationRule> rules) {
    return List.of();
  }

  @Override
  public RowPage page(
      List<TransformationRule> rules, long offset, int rows, Cancellation cancellation) {
    asked.add(new Asked(rules, offset));
    var found = new ArrayList<List<@Nullable Object>>();
    for (long row = offset; row < Math.min(count, offset + rows); row++) {
      found.add(Collections.nCopies(schema.size(), row));
    }
    return RowPage.of(schema, offset, found, offset + rows < count);
  }

  @Override
  public long count(List<TransformationRule> rules, Cancellation cancellation) {
    return count;
  }
}

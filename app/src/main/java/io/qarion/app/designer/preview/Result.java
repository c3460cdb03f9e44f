package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.ColumnSample;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.run.StepRows;
import java.time.Duration;
import java.util.List;

/**
 * What came of a look at a step: its first page.
 *
 * @param samples what the first page tells of each column
 * @param time that the first page took
 */
public record Result(
    Target target,
    StepRows source,
    View view,
    RowPage first,
    List<ColumnSample> samples,
    Duration time) {

  public Result {
    samples = List.copyOf(samples);
  }

  public Schema schema() {
    return first.schema();
  }
}

package io.qarion.app.designer.profile;

import io.qarion.app.designer.data.Bar;
import java.util.List;

/**
 * How the values of a column are spread.
 *
 * @param top most frequent values, most frequent first
 * @param bins empty where values have no scale
 */
public record ColumnDetails(ColumnProfile profile, List<Bar> top, List<Bar> bins) {

  public ColumnDetails {
    top = List.copyOf(top);
    bins = List.copyOf(bins);
  }
}

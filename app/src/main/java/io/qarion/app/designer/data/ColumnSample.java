package io.qarion.app.designer.data;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What some rows tell of a column.
 *
 * @param rows how many were looked at
 * @param nulls how many of them hold no value
 * @param bars bins of numbers and moments, or the most frequent values, most frequent first
 * @param range whether the bars are bins
 * @param longest characters of the longest value as shown
 */
public record ColumnSample(
    Column column, int rows, int nulls, List<Bar> bars, boolean range, int longest) {

  private static final int BINS = 16;
  private static final int TOP = 8;

  public ColumnSample {
    bars = List.copyOf(bars);
  }

  /** What the rows of a page tell, column by column. */
  public static List<ColumnSample> of(RowPage page) {
    var samples = new ArrayList<ColumnSample>();
    for (int i = 0; i < page.schema().size(); i++) {
      samples.add(sample(page, i));
    }
    return samples;
  }

  /** From 0 to 1. */
  public double nullShare() {
    return rows == 0 ? 0 : nulls / (double) rows;
  }

  private static ColumnSample sample(RowPage page, int index) {
    Column column = page.schema().columns().get(index);
    var values = new ArrayList<Object>();
    int longest = 0;
    for (int row = 0; row < page.rows().size(); row++) {
      @Nullable Object value = page.rows().get(row).get(index);
      if (value != null) {
        values.add(value);
        String text = CellText.of(value).text();
        longest = Math.max(longest, text.codePointCount(0, text.length()));
      }
    }
    int nulls = page.rows().size() - values.size();
    List<Bar> bins = bins(column, values);
    boolean range = !bins.isEmpty();
    return new ColumnSample(
        column, page.rows().size(), nulls, range ? bins : top(column, values), range, longest);
  }

  private static List<Bar> bins(Column column, List<Object> values) {
    List<Object> placed = values.stream().filter(Histogram::isOnScale).toList();
    Comparator<Object> order = Comparator.comparingDouble(Histogram::position);
    Optional<Object> low = placed.stream().min(order);
    Optional<Object> high = placed.stream().max(order);
    if (low.isEmpty() || high.isEmpty()) {
      return List.of();
    }
    var histogram = new Histogram(column.name(), low.get(), high.get(), BINS);
    long[] counts = new long[histogram.bins()];
    placed.forEach(value -> counts[histogram.bin(value)]++);
    return histogram.bars(counts);
  }

  private static List<Bar> top(Column column, List<Object> values) {
    if (column.type() == PlainType.BINARY || column.type() == PlainType.JSON) {
      return List.of();
    }
    Map<Object, Long> counts = new LinkedHashMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Object, Long>comparingByValue().reversed())
        .limit(TOP)
        .map(entry -> bar(column, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Bar bar(Column column, Object value, long count) {
    return new Bar(CellText.of(value).text(), count, Conditions.isEqual(column.name(), value));
  }
}

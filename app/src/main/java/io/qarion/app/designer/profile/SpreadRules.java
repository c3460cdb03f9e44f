package io.qarion.app.designer.profile;

import io.qarion.app.designer.data.Bar;
import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.data.Conditions;
import io.qarion.app.designer.data.Histogram;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.run.StepRows;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how the values of one column are spread. */
final class SpreadRules {

  private static final int TOP = 10;
  private static final int BINS = 20;
  private static final Formula COUNT = Formula.parse("count(*)");

  private SpreadRules() {}

  static ColumnDetails read(StepRows source, ColumnProfile profile, Cancellation cancellation) {
    return new ColumnDetails(
        profile, top(source, profile.column(), cancellation), bins(source, profile, cancellation));
  }

  private static List<Bar> top(StepRows source, Column column, Cancellation cancellation) {
    if (column.type() == PlainType.BINARY || column.type() == PlainType.JSON) {
      return List.of();
    }
    List<TransformationRule> rules =
        List.of(
            only(column),
            new FilterRows(Formula.parse("value is not null")),
            new AggregateRows(List.of("value"), Map.of("number", COUNT)),
            new SortRows(ExpressionParser.parseOrderTerms("number desc").terms()),
            new LimitRows(TOP, 0));
    var bars = new ArrayList<Bar>();
    for (List<@Nullable Object> row : source.page(rules, 0, TOP, cancellation).rows()) {
      @Nullable Object value = row.getFirst();
      if (value != null && row.getLast() instanceof Number number) {
        bars.add(
            new Bar(
                CellText.of(value).text(),
                number.longValue(),
                Conditions.isEqual(column.name(), value)));
      }
    }
    return bars;
  }

  private static List<Bar> bins(StepRows source, ColumnProfile profile, Cancellation cancellation) {
    Column column = profile.column();
    Optional<Object> low = profile.lowest().filter(Histogram::isOnScale);
    Optional<Object> high = profile.highest().filter(Histogram::isOnScale);
    if (low.isEmpty() || high.isEmpty()) {
      return List.of();
    }
    var histogram = new Histogram(column.name(), low.get(), high.get(), BINS);
    List<TransformationRule> rules =
        List.of(
            only(column),
            new FilterRows(Formula.parse("value is not null")),
            new DeriveColumns(Map.of("bin", Formula.parse(bin(column, histogram)))),
            new AggregateRows(List.of("bin"), Map.of("number", COUNT)));
    long[] counts = new long[histogram.bins()];
    RowPage page = source.page(rules, 0, BINS + 1, cancellation);
    for (List<@Nullable Object> row : page.rows()) {
      if (row.get(0) instanceof Number bin && row.get(1) instanceof Number number) {
        counts[Math.clamp(bin.intValue(), 0, counts.length - 1)] += number.longValue();
      }
    }
    return histogram.bars(counts);
  }

  /** The one column under a name that clashes with nothing. */
  private static TransformationRule only(Column column) {
    return new SelectColumns.Keep(
        List.of(new SelectColumns.Choice(column.name(), Optional.of("value"))));
  }

  private static String bin(Column column, Histogram histogram) {
    if (histogram.width() == 0) {
      return "0";
    }
    String position =
        switch (column.type()) {
          case PlainType.DATE -> "date_diff('day', date '1970-01-01', value)";
          case PlainType.TIMESTAMP -> "epoch_seconds(value)";
          default -> "value";
        };
    return "floor((cast(%s as float) - cast('%s' as float)) / cast('%s' as float))"
        .formatted(position, histogram.start(), histogram.width());
  }
}

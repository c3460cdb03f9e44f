package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SortRows;
import io.qarion.plugins.rows.RowComparator;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Operations that choose or order rows and keep the columns. */
final class RowOperations {

  private final Steps steps;

  RowOperations(Steps steps) {
    this.steps = steps;
  }

  Relation filter(Relation input, FilterRows rule) {
    return input.picked(steps.where(steps.compiled(rule.condition(), input), input));
  }

  Relation distinct(Relation input, DistinctRows rule) {
    boolean onAll = rule.on().isEmpty();
    var keys = new Keys(onAll ? input.columns() : input.columns(rule.on()));
    var groups = new Groups(keys, input.size());
    int[] kept = groups.firsts();
    if (onAll) {
      Relation picked = input.picked(kept);
      return new Relation(input.traced(), picked.size(), picked.columns(), false);
    }
    RowComparator order = steps.order(rule.orderBy(), input);
    steps.each(
        input.size(),
        row -> {
          int old = kept[groups.of(row)];
          int compared = rule.keepLast() ? order.compare(row, old) : order.compare(old, row);
          kept[groups.of(row)] = compared <= 0 ? old : row;
        });
    return inTheirOrder(input, kept);
  }

  private static Relation inTheirOrder(Relation input, int[] rows) {
    Arrays.sort(rows);
    return input.picked(rows);
  }

  Relation sort(Relation input, SortRows rule) {
    int[] rows = RowSort.sorted(input.size(), steps.order(rule.by(), input));
    return new Relation(input.traced(), rows.length, Picking.of(input.columns(), rows), true);
  }

  Relation limit(Relation input, LimitRows rule) {
    int[] rows =
        input.ordered()
            ? RowNumbers.all(input.size())
            : RowSort.sorted(input.size(), steps.order(List.of(), input));
    int from = Math.toIntExact(Math.min(rule.offset(), rows.length));
    int to = Math.toIntExact(Math.min(from + Math.min(rule.rows(), rows.length), rows.length));
    return input.picked(Arrays.copyOfRange(rows, from, to));
  }

  /** The rows with the smallest hash of seed and text. */
  Relation sample(Relation input, SampleRows rule) {
    var byHash = new ColumnOrder(hashes(input, rule.seed()), false, false);
    RowComparator order =
        ColumnOrder.of(
            Stream.concat(Stream.of(byHash), ColumnOrder.ascending(input.columns())).toList());
    int[] ranked = RowSort.sorted(input.size(), order);
    long wanted =
        switch (rule.size()) {
          case SampleRows.Rows(long rows) -> rows;
          case SampleRows.Fraction(double fraction) ->
              BigDecimal.valueOf(fraction)
                  .multiply(BigDecimal.valueOf(ranked.length))
                  .setScale(0, RoundingMode.CEILING)
                  .longValueExact();
        };
    return inTheirOrder(input, Arrays.copyOf(ranked, (int) Math.min(wanted, ranked.length)));
  }

  private Cells hashes(Relation input, long seed) {
    ScalarFunction hash = ScalarFunctions.find("md5", List.of(), PlainType.STRING);
    List<ScalarFunction> texts =
        input.columns().stream()
            .map(cells -> ScalarFunctions.cast(cells.type(), PlainType.STRING, false))
            .toList();
    return steps.computed(
        row -> {
          var text = new StringJoiner("|", seed + "|", "");
          for (int i = 0; i < texts.size(); i++) {
            Object shown = texts.get(i).apply(row.value(i));
            text.add(shown == null ? "" : shown.toString());
          }
          return hash.apply(text.toString());
        },
        PlainType.STRING,
        input.columns(),
        input.size());
  }
}

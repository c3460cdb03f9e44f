package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SortRows;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Operations that choose or order rows and keep the columns. */
final class RowOperations {

  private final Steps steps;

  RowOperations(Steps steps) {
    this.steps = steps;
  }

  Relation filter(Relation input, FilterRows rule) {
    Evaluation condition = steps.compiled(rule.condition(), input);
    var rows = new ArrayList<@Nullable Object[]>();
    steps.each(
        input.rows(),
        row -> {
          if (condition.isTrue(row)) {
            rows.add(row);
          }
        });
    return input.with(rows);
  }

  Relation distinct(Relation input, DistinctRows rule) {
    boolean onAll = rule.on().isEmpty();
    int[] places = input.places(onAll ? input.names() : rule.on());
    Map<RowKey, @Nullable Object[]> kept = new LinkedHashMap<>();
    Comparator<@Nullable Object[]> order = steps.order(rule.orderBy(), input);
    Comparator<@Nullable Object[]> wanted = rule.keepLast() ? order.reversed() : order;
    steps.each(
        input.rows(),
        row ->
            kept.merge(
                RowKey.of(row, places),
                row,
                (old, other) -> onAll || wanted.compare(old, other) <= 0 ? old : other));
    if (onAll) {
      return new Relation(input.traced(), new ArrayList<>(kept.values()), false);
    }
    Set<@Nullable Object[]> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    chosen.addAll(kept.values());
    return input.with(input.rows().stream().filter(chosen::contains).toList());
  }

  Relation sort(Relation input, SortRows rule) {
    var rows = new ArrayList<>(input.rows());
    rows.sort(steps.order(rule.by(), input));
    return new Relation(input.traced(), rows, true);
  }

  Relation limit(Relation input, LimitRows rule) {
    var rows = new ArrayList<>(input.rows());
    if (!input.ordered()) {
      rows.sort(steps.order(List.of(), input));
    }
    int from = Math.toIntExact(Math.min(rule.offset(), rows.size()));
    int to = Math.toIntExact(Math.min(from + Math.min(rule.rows(), rows.size()), rows.size()));
    return input.with(List.copyOf(rows.subList(from, to)));
  }

  /** The rows with the smallest hash of seed and text. */
  Relation sample(Relation input, SampleRows rule) {
    ScalarFunction hash = ScalarFunctions.find("md5", List.of(), PlainType.STRING);
    List<Column> columns = input.schema().columns();
    var hashes = new IdentityHashMap<@Nullable Object[], String>();
    steps.each(
        input.rows(),
        row -> {
          var text = new StringJoiner("|", rule.seed() + "|", "");
          for (int i = 0; i < columns.size(); i++) {
            Object shown =
                ScalarFunctions.cast(columns.get(i).type(), PlainType.STRING, false).apply(row[i]);
            text.add(shown == null ? "" : shown.toString());
          }
          hashes.put(row, String.valueOf(hash.apply(text.toString())));
        });
    Comparator<@Nullable Object[]> byHash = Comparator.comparing(hashes::get);
    List<@Nullable Object[]> ranked = new ArrayList<>(input.rows());
    ranked.sort(byHash.thenComparing(steps.order(List.of(), input)));
    long wanted =
        switch (rule.size()) {
          case SampleRows.Rows(long rows) -> rows;
          case SampleRows.Fraction(double fraction) ->
              BigDecimal.valueOf(fraction)
                  .multiply(BigDecimal.valueOf(ranked.size()))
                  .setScale(0, RoundingMode.CEILING)
                  .longValueExact();
        };
    Set<@Nullable Object[]> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    chosen.addAll(ranked.subList(0, (int) Math.min(wanted, ranked.size())));
    return input.with(input.rows().stream().filter(chosen::contains).toList());
  }
}

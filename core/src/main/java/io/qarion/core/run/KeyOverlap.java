package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.edit.JoinKeys;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Suggests keys by what is in the columns. Columns whose names say nothing are first compared by
 * some rows of each side; the share of those that are suggested is that of all rows.
 */
final class KeyOverlap {

  private static final int MOST_ROWS = 10_000;
  private static final int MOST_PAIRS = 20;
  private static final int MOST_SUGGESTED = 3;
  private static final double LEAST = 0.5;

  private final JoinSides sides;
  private final TransformationSource left;
  private final TransformationSource right;

  KeyOverlap(JoinSides sides, TransformationSource left, TransformationSource right) {
    this.sides = sides;
    this.left = left;
    this.right = right;
  }

  /** The best keys, with something found on the other side. */
  List<KeySuggestion> suggest(
      DatasetName leftName, DatasetName rightName, Cancellation cancellation) {
    List<JoinRows.Pair> named =
        JoinKeys.suggest(leftName, left.schema(), rightName, right.schema());
    List<JoinRows.Pair> alike =
        JoinKeys.alike(left.schema(), right.schema()).stream()
            .filter(pair -> !named.contains(pair))
            .limit(MOST_PAIRS)
            .toList();
    var found = new ArrayList<KeySuggestion>();
    named.stream()
        .limit(MOST_SUGGESTED)
        .forEach(pair -> found.add(new KeySuggestion(pair, share(pair, cancellation), true)));
    likely(alike, cancellation)
        .forEach(pair -> found.add(new KeySuggestion(pair, share(pair, cancellation), false)));
    return found.stream()
        .filter(each -> each.share() > 0)
        .sorted(Comparator.comparingDouble(KeyOverlap::weight).reversed())
        .limit(MOST_SUGGESTED)
        .toList();
  }

  /** A name says as much as half of the values do. */
  private static double weight(KeySuggestion each) {
    return each.named() ? each.share() + LEAST : each.share();
  }

  private double share(JoinRows.Pair pair, Cancellation cancellation) {
    KeyGroups mine = KeyGroups.of(left, List.of(pair.left()));
    KeyGroups theirs = KeyGroups.of(right, List.of(pair.right()));
    var answer = new OneRow(sides.page(mine.overlap(theirs), 1, cancellation));
    long all = answer.number("all_keys");
    return all == 0 ? 0 : answer.number("found") / (double) all;
  }

  private List<JoinRows.Pair> likely(List<JoinRows.Pair> pairs, Cancellation cancellation) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    RowPage mine = sample(left, pairs, JoinRows.Pair::left, cancellation);
    RowPage theirs = sample(right, pairs, JoinRows.Pair::right, cancellation);
    record Scored(JoinRows.Pair pair, double share) {}
    return pairs.stream()
        .map(pair ->
            new Scored(pair, Values.of(mine, pair.left()).foundIn(Values.of(theirs, pair.right()))))
        .filter(scored -> scored.share() >= LEAST)
        .sorted(Comparator.comparingDouble(Scored::share).reversed())
        .limit(MOST_SUGGESTED)
        .map(Scored::pair)
        .toList();
  }

  private RowPage sample(
      TransformationSource side,
      List<JoinRows.Pair> pairs,
      Function<JoinRows.Pair, String> column,
      Cancellation cancellation) {
    List<String> columns = pairs.stream().map(column).distinct().toList();
    return sides.page(
        Query.of(
            List.of(side), List.of(new LimitRows(MOST_ROWS, 0), SelectColumns.Keep.names(columns))),
        MOST_ROWS,
        cancellation);
  }

  /**
   * The values of a column.
   *
   * @param unique whether no two rows have the same, as the keys of something do
   */
  private record Values(Set<Object> all, boolean unique) {

    static Values of(RowPage page, String column) {
      int index = page.schema().names().indexOf(column);
      var all = new HashSet<Object>();
      boolean unique = true;
      for (List<?> row : page.rows()) {
        Object value = row.get(index);
        if (value != null) {
          unique &= all.add(comparable(value));
        }
      }
      return new Values(all, unique);
    }

    /** Columns that are the key of nothing, such as amounts, are no keys whatever they share. */
    double foundIn(Values other) {
      if (all.size() < 2 || !(unique || other.unique)) {
        return 0;
      }
      return all.stream().filter(other.all::contains).count() / (double) all.size();
    }

    private static Object comparable(Object value) {
      return switch (value) {
        case Long number -> BigDecimal.valueOf(number).stripTrailingZeros();
        case BigDecimal number -> number.stripTrailingZeros();
        default -> value;
      };
    }
  }
}

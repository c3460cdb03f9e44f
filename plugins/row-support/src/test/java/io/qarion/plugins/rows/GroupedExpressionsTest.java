package io.qarion.plugins.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Aggregates and windows over rows that are named by their numbers. */
class GroupedExpressionsTest {

  private static final RowScope SCOPE =
      RowScope.of(
          Schema.of(Column.of("day", PlainType.INTEGER), Column.of("n", PlainType.INTEGER)),
          Map.of());

  private static final List<RowView> ROWS =
      List.of(
          RowOf.cells(1L, 10L), RowOf.cells(2L, null), RowOf.cells(2L, 30L), RowOf.cells(3L, 10L));

  @Test
  void aGroupTakesRowsOneAfterTheOther() {
    assertThat(aggregated("sum(n)")).isEqualTo(50L);
    assertThat(aggregated("count(DISTINCT n)")).isEqualTo(2L);
    assertThat(aggregated("count(*) FILTER (WHERE n IS NULL)")).isEqualTo(1L);
    assertThat(aggregated("max(n)")).isEqualTo(30L);
  }

  @Test
  void aGroupWithoutRowsHasNoSumAndCountsNothing() {
    assertThat(call("sum(n)").group().result()).isNull();
    assertThat(call("count(*)").group().result()).isEqualTo(0L);
  }

  @Test
  void aSumThatPassesBeyondIntegersOnItsWayComesBack() {
    AggregateCall.Group group = call("sum(n)").group();
    for (long n : new long[] {Long.MAX_VALUE, 5, -7}) {
      group.add(RowOf.cells(1L, n));
    }

    assertThat(group.result()).isEqualTo(Long.MAX_VALUE - 2);
  }

  @Test
  void aWindowGivesAValueForEachRowOfAPartitionInItsOrder() {
    assertThat(windowed("row_number() OVER (ORDER BY day)")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(windowed("rank() OVER (ORDER BY day)")).containsExactly(1L, 2L, 2L, 4L);
    assertThat(windowed("dense_rank() OVER (ORDER BY day)")).containsExactly(1L, 2L, 2L, 3L);
    assertThat(windowed("lag(n) OVER (ORDER BY day)")).containsExactly(null, 10L, null, 30L);
    assertThat(windowed("lead(n, 2, 0) OVER (ORDER BY day)")).containsExactly(30L, 10L, 0L, 0L);
    assertThat(windowed("first_value(n) OVER (ORDER BY day)")).containsExactly(10L, 10L, 10L, 10L);
    assertThat(windowed("ntile(3) OVER (ORDER BY day)")).containsExactly(1L, 1L, 2L, 3L);
  }

  @Test
  void aFrameSaysWhichRowsAnAggregateTakes() {
    assertThat(windowed("sum(n) OVER (ORDER BY day)")).containsExactly(10L, 40L, 40L, 50L);
    assertThat(
            windowed("sum(n) OVER (ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"))
        .containsExactly(10L, 10L, 40L, 50L);
    assertThat(windowed("count(n) OVER (ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"))
        .containsExactly(1L, 1L, 1L, 2L);
  }

  private static AggregateCall call(String formula) {
    return expressions(formula).aggregates().getFirst();
  }

  private static GroupedExpressions expressions(String formula) {
    return new GroupedExpressions(List.of(Formula.parse(formula).tree()), SCOPE, 2);
  }

  private static @Nullable Object aggregated(String formula) {
    AggregateCall.Group group = call(formula).group();
    ROWS.forEach(group::add);
    return group.result();
  }

  /** The values of all rows, which are in the order of their days. */
  private static List<@Nullable Object> windowed(String formula) {
    WindowCall call = expressions(formula).windows().getFirst();
    Evaluation day = call.orderBy().getFirst().value().value();
    long[] days =
        ROWS.stream().mapToLong(row -> day.of(row) instanceof Long number ? number : 0).toArray();
    int[] rows = {0, 1, 2, 3};
    var partition =
        new Partition(rows, 0, rows.length, (left, right) -> Long.compare(days[left], days[right]));
    var values = new ArrayList<@Nullable Object>();
    call.compute(partition, ROWS::get, values::add);
    return values;
  }
}

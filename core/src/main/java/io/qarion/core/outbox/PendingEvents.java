package io.qarion.core.outbox;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.List;

/** Says which events of an outbox can be delivered: those that wait, with nothing dead before. */
public final class PendingEvents {

  private static final String BLOCKED = "blocked";
  private static final List<String> AGGREGATE =
      List.of(OutboxColumns.AGGREGATE_TYPE, OutboxColumns.AGGREGATE_ID);

  private PendingEvents() {}

  /** All events there are. */
  public static Query all(Dataset outbox) {
    return Query.all(stored("events", outbox));
  }

  /** Those that can be delivered. */
  public static Query of(Dataset outbox) {
    return Query.of(sources(outbox), rules("true"));
  }

  /**
   * Some of them, the oldest first.
   *
   * @param after sequence of the last one that was looked at
   */
  public static Query next(Dataset outbox, long after, long count) {
    var rules = new ArrayList<TransformationRule>(rules(OutboxColumns.SEQUENCE + " > " + after));
    rules.add(
        new SortRows(
            List.of(new OrderTerm(Formula.parse(OutboxColumns.SEQUENCE).tree(), false, false))));
    rules.add(new LimitRows(count, 0));
    return Query.of(sources(outbox), rules);
  }

  private static List<TransformationRule> rules(String condition) {
    return List.of(
        filter(
            "%s = '%s' and %s".formatted(OutboxColumns.STATUS, OutboxColumns.PENDING, condition)),
        new JoinRows(
            BLOCKED,
            JoinRows.How.ANTI,
            new JoinRows.OnPairs(AGGREGATE.stream().map(PendingEvents::same).toList()),
            ""));
  }

  private static List<TransformationSource> sources(Dataset outbox) {
    Query dead =
        Query.of(
            List.of(stored("dead", outbox)),
            List.of(
                filter("%s = '%s'".formatted(OutboxColumns.STATUS, OutboxColumns.DEAD)),
                SelectColumns.Keep.names(AGGREGATE)));
    return List.of(
        stored("events", outbox),
        TransformationSource.of(
            BLOCKED,
            new RowSource.Computed(
                dead,
                new Schema(
                    outbox.schema().columns().stream()
                        .filter(column -> AGGREGATE.contains(column.name()))
                        .toList()))));
  }

  private static TransformationSource stored(String alias, Dataset outbox) {
    return TransformationSource.of(alias, new RowSource.Stored(outbox, BatchRange.ALL));
  }

  private static JoinRows.Pair same(String column) {
    return new JoinRows.Pair(column, column);
  }

  private static FilterRows filter(String condition) {
    return new FilterRows(Formula.parse(condition));
  }
}

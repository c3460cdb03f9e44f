package io.qarion.plugins.sql;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SortRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SELECTs of the rules that choose or order rows and keep the columns. */
final class RowRuleSql {

  private static final String RANK = "xt_rank";

  private final QueryBuilder builder;

  RowRuleSql(QueryBuilder builder) {
    this.builder = builder;
  }

  Stage filter(String title, Stage input, FilterRows rule) {
    return builder.orderedStep(
        title,
        input,
        "SELECT %s\nFROM %s\nWHERE %s"
            .formatted(
                builder.names(builder.columnsWithOrder(input)),
                input.name(),
                builder.expression(rule.condition(), input)),
        input.traced());
  }

  Stage distinct(String title, Stage input, DistinctRows rule) {
    String columns = builder.names(input.traced().names());
    if (rule.on().isEmpty()) {
      return builder.step(
          title, "SELECT DISTINCT " + columns + "\nFROM " + input.name(), input.traced());
    }
    String rank =
        "row_number() OVER (PARTITION BY %s ORDER BY %s)"
            .formatted(
                builder.names(rule.on()), builder.orderBy(rule.orderBy(), input, rule.keepLast()));
    return ranked(title, input, rank, builder.name(RANK) + " <= 1");
  }

  Stage sort(String title, Stage input, SortRows rule) {
    String select =
        "SELECT %s, row_number() OVER (ORDER BY %s) AS %s\nFROM %s"
            .formatted(
                builder.names(input.traced().names()),
                builder.orderBy(rule.by(), input),
                builder.name(QueryBuilder.ORDER_COLUMN),
                input.name());
    return builder.add(title, select, input.traced(), Optional.of(QueryBuilder.ORDER_COLUMN));
  }

  Stage limit(String title, Stage input, LimitRows rule) {
    String order =
        input.order().map(builder::name).orElseGet(() -> builder.orderBy(List.of(), input));
    String select =
        "SELECT %s\nFROM %s\nORDER BY %s\nLIMIT %d OFFSET %d"
            .formatted(
                builder.names(builder.columnsWithOrder(input)),
                input.name(),
                order,
                rule.rows(),
                rule.offset());
    return builder.orderedStep(title, input, select, input.traced());
  }

  Stage sample(String title, Stage input, SampleRows rule) {
    String text =
        input.schema().columns().stream()
            .map(column ->
                "coalesce(%s, '')"
                    .formatted(
                        builder
                            .dialect()
                            .cast(
                                builder.name(column.name()),
                                column.type(),
                                PlainType.STRING,
                                false)))
            .collect(Collectors.joining(" || '|' || "));
    String rank =
        "row_number() OVER (ORDER BY %s, %s)"
            .formatted(
                builder.dialect().hash("'%d|' || %s".formatted(rule.seed(), text)),
                builder.orderBy(List.of(), input));
    String bound =
        switch (rule.size()) {
          case SampleRows.Rows(long rows) -> builder.name(RANK) + " <= " + rows;
          case SampleRows.Fraction(double fraction) ->
              builder
                  .dialect()
                  .isInShare(
                      builder.name(RANK),
                      BigDecimal.valueOf(fraction),
                      "(SELECT count(*) FROM %s)".formatted(input.name()));
        };
    return ranked(title, input, rank, bound);
  }

  private Stage ranked(String title, Stage input, String rank, String bound) {
    String columns = builder.names(builder.columnsWithOrder(input));
    String select =
        "SELECT %s\nFROM (SELECT %s, %s AS %s FROM %s) AS ranked\nWHERE %s"
            .formatted(columns, columns, rank, builder.name(RANK), input.name(), bound);
    return builder.orderedStep(title, input, select, input.traced());
  }
}

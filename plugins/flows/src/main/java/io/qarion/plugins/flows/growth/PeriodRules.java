package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each entity was in each period: new, retained, resurrected or churned. The stored rows with
 * activity are what is known of the batches before.
 */
final class PeriodRules {

  private static final String BEFORE = "xt_before";
  private static final String AFTER = "xt_after";
  private static final String LAST = "xt_last";
  private static final String IS_CHURN = "xt_is_churn";

  private final GrowthSettings settings;
  private final Column entity;
  private final Column time;
  private final Optional<Column> value;
  private final Dataset landing;
  private final Schema input;
  private final Dataset periods;

  PeriodRules(
      GrowthSettings settings,
      Column entity,
      Column time,
      Dataset landing,
      Schema input,
      Dataset periods) {
    this.settings = settings;
    this.entity = entity;
    this.time = time;
    this.value = settings.value();
    this.landing = landing;
    this.input = input;
    this.periods = periods;
  }

  /** All rows of all periods. */
  Query query() {
    TransformationSource activity =
        Tables.computed("activity", List.of(stored(), came()), activity(), known().columns());
    TransformationSource last =
        Tables.computed(
            "last",
            List.of(activity),
            List.of(
                new AggregateRows(
                    List.of(), Map.of(LAST, Formula.parse("max(" + GrowthDatasets.START + ")")))),
            List.of(Column.of(LAST, PlainType.DATE)));
    return Query.of(List.of(activity, last, kinds()), statuses());
  }

  /** Events that count: somebody's, at some time. */
  TransformationSource landed() {
    return new TransformationSource(
        "landed", new RowSource.Stored(landing, BatchRange.CURRENT), input);
  }

  private Schema known() {
    return new Schema(
        periods.schema().columns().stream()
            .filter(column -> !column.name().equals(GrowthDatasets.STATUS))
            .toList());
  }

  private TransformationSource stored() {
    return Tables.computed(
        "stored",
        List.of(TransformationSource.of("periods", new RowSource.Stored(periods, BatchRange.ALL))),
        List.of(
            Tables.filter(GrowthDatasets.STATUS + " <> 'churned'"),
            SelectColumns.Keep.names(known().names())),
        known().columns());
  }

  private TransformationSource came() {
    var names = new ArrayList<String>();
    var columns = Tables.ordered();
    columns.put(GrowthDatasets.START, settings.periodOf(time));
    value.ifPresent(column -> columns.put(GrowthDatasets.VALUE, Names.quoted(column.name())));
    known().columns().forEach(column -> names.add(column.name()));
    return Tables.computed(
        "came",
        List.of(landed()),
        List.of(
            Tables.filter(
                "%s is not null and %s is not null"
                    .formatted(Names.quoted(entity.name()), Names.quoted(time.name()))),
            new DeriveColumns(Tables.formulas(columns)),
            SelectColumns.Keep.names(names)),
        known().columns());
  }

  private List<TransformationRule> activity() {
    var rules = new ArrayList<TransformationRule>();
    rules.add(new UnionRows(List.of("came"), true, false));
    var measures = Tables.ordered();
    if (value.isPresent()) {
      measures.put(GrowthDatasets.VALUE, "sum(" + GrowthDatasets.VALUE + ")");
    }
    rules.add(
        new AggregateRows(List.of(entity.name(), GrowthDatasets.START), Tables.formulas(measures)));
    if (value.isPresent()) {
      rules.add(Tables.filter(GrowthDatasets.VALUE + " <> 0"));
    }
    return rules;
  }

  /** Two rows for each period of activity: that one, and the next if nothing follows. */
  private static TransformationSource kinds() {
    return Tables.constants("kinds", IS_CHURN, PlainType.BOOLEAN, List.of(false, true));
  }

  private List<TransformationRule> statuses() {
    String start = GrowthDatasets.START;
    var looks = Tables.ordered();
    looks.put(BEFORE, "lag(" + start + ")");
    looks.put(AFTER, "lead(" + start + ")");
    var status = Tables.ordered();
    status.put(
        GrowthDatasets.STATUS,
        """
        case when %s then 'churned' when %s is null then 'new'
          when %s = %s then 'retained' else 'resurrected' end\
        """
            .formatted(IS_CHURN, BEFORE, BEFORE, moved(-1)));
    if (value.isPresent()) {
      status.put(
          GrowthDatasets.VALUE,
          "case when not " + IS_CHURN + " then " + GrowthDatasets.VALUE + " end");
    }
    status.put(start, "case when %s then %s else %s end".formatted(IS_CHURN, moved(1), start));
    return List.of(
        new WindowColumns(
            List.of(entity.name()),
            List.of(new OrderTerm(Formula.parse(start).tree(), false, false)),
            Tables.formulas(looks),
            true),
        new JoinRows("last", JoinRows.How.CROSS, new JoinRows.Always(), "_other"),
        new JoinRows("kinds", JoinRows.How.CROSS, new JoinRows.Always(), "_other"),
        new FilterRows(
            Formula.parse(
                "not %s or (%s <= %s and (%s is null or %s > %s))"
                    .formatted(IS_CHURN, moved(1), LAST, AFTER, AFTER, moved(1)))),
        new DeriveColumns(Tables.formulas(status)),
        SelectColumns.Keep.names(periods.schema().names()));
  }

  private String moved(int periods) {
    return "date_add('%s', %d, %s)".formatted(settings.period(), periods, GrowthDatasets.START);
  }
}

package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The account of each period, also of those in which nobody was active. */
final class GrowthRules {

  private static final String START = GrowthDatasets.START;
  private static final String STATUS = GrowthDatasets.STATUS;
  private static final String VALUE = GrowthDatasets.VALUE;
  private static final String VALUE_BEFORE = "xt_value_before";
  private static final String ACTIVE_BEFORE = "xt_active_before";
  private static final String TOTAL_BEFORE = "xt_total_before";
  private static final String FIRST = "xt_first";
  private static final String LAST = "xt_last";

  /** As many days as 273 years have; longer periods are fewer. */
  private static final int DIGITS = 5;

  private final String period;
  private final String entity;
  private final boolean hasValue;
  private final GrowthDatasets datasets;

  GrowthRules(String period, String entity, boolean hasValue, GrowthDatasets datasets) {
    this.period = period;
    this.entity = entity;
    this.hasValue = hasValue;
    this.datasets = datasets;
  }

  /** A row for each period from the first activity to the last. */
  Query query() {
    var sources = new ArrayList<TransformationSource>(List.of(calendar(), sums(), before()));
    return Query.of(sources, rules());
  }

  private TransformationSource periods() {
    return TransformationSource.of(
        "periods", new RowSource.Stored(datasets.periods(), BatchRange.ALL));
  }

  /** All periods, counted up from the first. */
  private TransformationSource calendar() {
    var bounds = Tables.ordered();
    bounds.put(FIRST, "min(" + START + ")");
    bounds.put(LAST, "max(" + START + ")");
    var sources = new ArrayList<>(List.of(periods()));
    var rules = new ArrayList<TransformationRule>();
    rules.add(new AggregateRows(List.of(), Tables.formulas(bounds)));
    var number = new ArrayList<String>();
    long weight = 1;
    for (int digit = 0; digit < DIGITS; digit++) {
      String column = "xt_digit_" + digit;
      sources.add(
          Tables.constants(
              column, column, PlainType.INTEGER, LongStream.range(0, 10).boxed().toList()));
      rules.add(new JoinRows(column, JoinRows.How.CROSS, new JoinRows.Always(), "_other"));
      number.add(weight + " * " + column);
      weight *= 10;
    }
    var columns = Tables.ordered();
    columns.put("xt_number", String.join(" + ", number));
    rules.add(new DeriveColumns(Tables.formulas(columns)));
    rules.add(Tables.filter("xt_number <= " + distance()));
    rules.add(
        new DeriveColumns(
            Map.of(
                START, Formula.parse("date_add('%s', xt_number, %s)".formatted(period, FIRST)))));
    rules.add(SelectColumns.Keep.names(List.of(START)));
    return Tables.computed(
        "calendar", sources, rules, List.of(new Column(START, PlainType.DATE, true)));
  }

  /** Weeks may begin on any day, which a count of Mondays between two dates doesn't know. */
  private String distance() {
    return period.equals("week")
        ? "div(date_diff('day', %s, %s), 7)".formatted(FIRST, LAST)
        : "date_diff('%s', %s, %s)".formatted(period, FIRST, LAST);
  }

  private TransformationSource sums() {
    var measures = Tables.ordered();
    for (String status : List.of("new", "retained", "resurrected", "churned")) {
      measures.put(status, "count_if(" + STATUS + " = '" + status + "')");
    }
    var rules = new ArrayList<TransformationRule>();
    if (hasValue) {
      rules.add(
          new WindowColumns(
              List.of(entity),
              List.of(order()),
              Map.of(VALUE_BEFORE, Formula.parse("lag(" + VALUE + ")")),
              true));
      measures.put("value_total", "sum(" + VALUE + ")");
      measures.put("value_new", sumIf(VALUE, "new"));
      measures.put(
          "value_retained", sumIf("least(" + VALUE + ", " + VALUE_BEFORE + ")", "retained"));
      measures.put("value_resurrected", sumIf(VALUE, "resurrected"));
      measures.put(
          "value_expansion",
          sumIf("greatest(" + VALUE + " - " + VALUE_BEFORE + ", 0)", "retained"));
      measures.put(
          "value_contraction",
          sumIf("greatest(" + VALUE_BEFORE + " - " + VALUE + ", 0)", "retained"));
      measures.put("value_churned", sumIf(VALUE_BEFORE, "churned"));
    }
    rules.add(new AggregateRows(List.of(START), Tables.formulas(measures)));
    var columns = new ArrayList<Column>();
    columns.add(new Column(START, PlainType.DATE, true));
    measures
        .keySet()
        .forEach(name ->
            datasets.growth().schema().find(name).map(Column::optional).ifPresent(columns::add));
    return Tables.computed("sums", List.of(periods()), rules, columns);
  }

  private static String sumIf(String value, String status) {
    return "sum(if(%s = '%s', %s))".formatted(STATUS, status, value);
  }

  /** The account as it was, to tell which periods stay as they are. */
  private TransformationSource before() {
    return TransformationSource.of(
        "before", new RowSource.Stored(datasets.growth(), BatchRange.ALL));
  }

  private List<TransformationRule> rules() {
    var filled = Tables.ordered();
    for (String name : List.of("new", "retained", "resurrected", "churned")) {
      filled.put(name, "coalesce(" + name + ", 0)");
    }
    filled.put("active", "new + retained + resurrected");
    filled.put("net_change", "new + resurrected - churned");
    if (hasValue) {
      String type = datasets.growth().schema().find("value_total").orElseThrow().type().text();
      GrowthDatasets.SUMS.forEach(
          name -> filled.put(name, "cast(coalesce(%s, 0) as %s)".formatted(name, type)));
    }
    var looks = Tables.ordered();
    looks.put(ACTIVE_BEFORE, "lag(active)");
    if (hasValue) {
      looks.put(TOTAL_BEFORE, "lag(value_total)");
    }
    return List.of(
        join("sums"),
        new DeriveColumns(Tables.formulas(filled)),
        new WindowColumns(List.of(), List.of(order()), Tables.formulas(looks), true),
        new DeriveColumns(Tables.formulas(ratios())),
        join("before"),
        new DeriveColumns(Map.of(TechnicalColumns.BATCH_ID, Formula.parse(batch()))),
        SelectColumns.Keep.names(datasets.growth().schema().names()));
  }

  private Map<String, String> ratios() {
    var ratios = Tables.ordered();
    ratios.put("quick_ratio", "divide(new + resurrected, churned, 4)");
    ratios.put("retention_rate", "divide(retained, " + ACTIVE_BEFORE + ", 4)");
    if (hasValue) {
      ratios.put(
          "value_quick_ratio",
          "divide(value_new + value_resurrected + value_expansion, value_churned +"
              + " value_contraction, 4)");
      ratios.put(
          "gross_churn", "divide(value_churned + value_contraction, " + TOTAL_BEFORE + ", 4)");
      ratios.put(
          "net_churn",
          "divide(value_churned + value_contraction - value_expansion - value_resurrected, "
              + TOTAL_BEFORE
              + ", 4)");
    }
    return ratios;
  }

  private static JoinRows join(String other) {
    return Tables.join(JoinRows.How.LEFT, other, List.of(START));
  }

  /** The batch of the last change: an account that is as before keeps its own. */
  private String batch() {
    String same =
        datasets.growth().schema().names().stream()
            .filter(name -> !name.equals(START) && !name.equals(TechnicalColumns.BATCH_ID))
            .map(name -> name + " is not distinct from " + name + "_other")
            .collect(Collectors.joining(" and "));
    return "case when active_other is not null and %s then %s else :batch_id end"
        .formatted(same, TechnicalColumns.BATCH_ID);
  }

  private static OrderTerm order() {
    return new OrderTerm(Formula.parse(START).tree(), false, false);
  }

  /** All periods that are stored, which are those written anew. */
  static Query all(Dataset dataset) {
    var stored = TransformationSource.of("stored", new RowSource.Stored(dataset, BatchRange.ALL));
    return Query.of(List.of(stored), List.of(SelectColumns.Keep.names(List.of(START))));
  }
}

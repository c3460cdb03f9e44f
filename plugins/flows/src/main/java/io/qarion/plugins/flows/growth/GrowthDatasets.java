package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables that growth is kept in.
 *
 * @param periods what each entity was in each period
 * @param growth a row for each period
 */
record GrowthDatasets(Dataset periods, Dataset growth) {

  static final String START = "period_start";
  static final String STATUS = "status";
  static final String VALUE = "value";

  /** Columns beside the entity's. */
  static final List<String> OWN = List.of(START, STATUS, VALUE);

  /** Numbers of entities. */
  static final List<String> COUNTS =
      List.of("active", "new", "retained", "resurrected", "churned", "net_change");

  /** Sums of amounts. */
  static final List<String> SUMS =
      List.of(
          "value_total",
          "value_new",
          "value_retained",
          "value_resurrected",
          "value_expansion",
          "value_contraction",
          "value_churned");

  static final List<String> RATIOS = List.of("quick_ratio", "retention_rate");
  static final List<String> VALUE_RATIOS = List.of("value_quick_ratio", "gross_churn", "net_churn");

  private static final DecimalType RATIO = new DecimalType(18, 4);
  private static final int LEAST_DIGITS = 18;
  private static final int MOST_DIGITS = 28;

  /** A sum of a billion amounts has that many digits more. */
  private static final int DIGITS_OF_SUM = 9;

  static GrowthDatasets of(Flow flow, Column entity, Optional<Column> value) {
    Optional<DataType> sums = value.map(column -> sumOf(column.type()));
    var periods = new ArrayList<Column>();
    periods.add(new Column(entity.name(), entity.type(), true));
    periods.add(new Column(START, PlainType.DATE, true));
    periods.add(new Column(STATUS, PlainType.STRING, true));
    sums.ifPresent(type -> periods.add(Column.of(VALUE, type)));
    var growth = new ArrayList<Column>();
    growth.add(new Column(START, PlainType.DATE, true));
    COUNTS.forEach(name -> growth.add(new Column(name, PlainType.INTEGER, true)));
    RATIOS.forEach(name -> growth.add(Column.of(name, RATIO)));
    sums.ifPresent(type -> {
      SUMS.forEach(name -> growth.add(new Column(name, type, true)));
      VALUE_RATIOS.forEach(name -> growth.add(Column.of(name, RATIO)));
    });
    growth.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    return new GrowthDatasets(
        dataset(
            flow,
            "_entity_periods",
            "What each was in each period",
            periods,
            List.of(entity.name(), START)),
        dataset(flow, "_growth", "A row for each period", growth, List.of(START)));
  }

  /** Sums have room for more digits than what is summed. */
  private static DataType sumOf(DataType type) {
    return type instanceof DecimalType decimal
        ? new DecimalType(
            Math.clamp(decimal.precision() + (long) DIGITS_OF_SUM, LEAST_DIGITS, MOST_DIGITS),
            decimal.scale())
        : type;
  }

  private static Dataset dataset(
      Flow flow, String suffix, String description, List<Column> columns, List<String> keys) {
    return new Dataset(
        new DatasetName(flow.id() + suffix),
        flow.namespace(),
        description,
        new Schema(columns),
        keys);
  }
}

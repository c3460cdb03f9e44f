package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.util.List;

/** The aggregates of the expression language. */
public final class Aggregates {

  private Aggregates() {}

  /** A new one for a group of rows. */
  public static Aggregate find(String name, List<DataType> arguments, DataType result) {
    return switch (name) {
      case "count" -> new Counted(arguments.isEmpty());
      case "count_if" -> new CountedTrue();
      case "sum" ->
          switch (result) {
            case PlainType.INTEGER -> new WholeSum();
            case PlainType.FLOAT -> new FloatSum(false);
            case PlainType _ -> throw new IllegalArgumentException("no sum of " + result.text());
            case DecimalType type -> new ExactSum(type);
          };
      case "avg" -> new FloatSum(true);
      case "min", "any_value" -> new Extreme(-1);
      case "max" -> new Extreme(1);
      case "bool_and" -> new Extreme(-1);
      case "bool_or" -> new Extreme(1);
      case "first" -> new ExtremeRow(-1);
      case "last" -> new ExtremeRow(1);
      case "median", "percentile" -> new Percentile();
      case "stddev" -> new Spread(true, Math::sqrt);
      case "stddev_pop" -> new Spread(false, Math::sqrt);
      case "variance" -> new Spread(true, value -> value);
      case "var_pop" -> new Spread(false, value -> value);
      case "covar_samp" -> new Covariance(Covariance.Kind.SAMPLE);
      case "covar_pop" -> new Covariance(Covariance.Kind.POPULATION);
      case "corr" -> new Covariance(Covariance.Kind.CORRELATION);
      case "string_agg" -> new JoinedTexts();
      default -> throw new IllegalArgumentException("no aggregate " + name);
    };
  }
}

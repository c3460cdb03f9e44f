package io.qarion.app.designer.profile;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Asks for the figures of all columns at once, and reads the answer. */
final class FigureRules {

  private static final String ROWS = "all_rows";

  private FigureRules() {}

  /** One row with all figures but the different values, which take longest. */
  static List<TransformationRule> figures(Schema schema) {
    Map<String, Formula> measures = new LinkedHashMap<>();
    measures.put(ROWS, Formula.parse("count(*)"));
    for (int i = 0; i < schema.size(); i++) {
      Column column = schema.columns().get(i);
      String name = Names.quoted(column.name());
      measures.put("values_" + i, Formula.parse("count(" + name + ")"));
      if (isOrdered(column.type())) {
        measures.put("lowest_" + i, Formula.parse("min(" + name + ")"));
        measures.put("highest_" + i, Formula.parse("max(" + name + ")"));
      }
      if (column.type().isNumeric()) {
        String number = "cast(" + name + " as float)";
        measures.put("mean_" + i, Formula.parse("avg(" + number + ")"));
        measures.put("deviation_" + i, Formula.parse("stddev(" + number + ")"));
      }
      if (column.type() == PlainType.STRING) {
        measures.put("shortest_" + i, Formula.parse("min(length(" + name + "))"));
        measures.put("longest_" + i, Formula.parse("max(length(" + name + "))"));
      }
    }
    return List.of(new AggregateRows(List.of(), measures));
  }

  static List<ColumnProfile> profiles(Schema schema, RowPage answer) {
    var profiles = new ArrayList<ColumnProfile>();
    for (int i = 0; i < schema.size(); i++) {
      profiles.add(
          new ColumnProfile(
              schema.columns().get(i),
              number(answer, ROWS).orElse(0),
              number(answer, "values_" + i).orElse(0),
              OptionalLong.empty(),
              cell(answer, "lowest_" + i),
              cell(answer, "highest_" + i),
              new ColumnProfile.Spread(
                  fraction(answer, "mean_" + i), fraction(answer, "deviation_" + i)),
              new ColumnProfile.Lengths(
                  number(answer, "shortest_" + i), number(answer, "longest_" + i))));
    }
    return profiles;
  }

  /** One row with the number of different values of each column. */
  static List<TransformationRule> distinct(Schema schema) {
    Map<String, Formula> measures = new LinkedHashMap<>();
    for (int i = 0; i < schema.size(); i++) {
      String name = Names.quoted(schema.columns().get(i).name());
      measures.put("distinct_" + i, Formula.parse("count(distinct " + name + ")"));
    }
    return List.of(new AggregateRows(List.of(), measures));
  }

  static List<ColumnProfile> withDistinct(List<ColumnProfile> profiles, RowPage answer) {
    var full = new ArrayList<ColumnProfile>();
    for (int i = 0; i < profiles.size(); i++) {
      full.add(profiles.get(i).withDistinct(number(answer, "distinct_" + i).orElse(0)));
    }
    return full;
  }

  private static boolean isOrdered(DataType type) {
    return type != PlainType.JSON && type != PlainType.BINARY;
  }

  private static OptionalLong number(RowPage answer, String name) {
    return cell(answer, name)
        .map(value -> OptionalLong.of(((Number) value).longValue()))
        .orElse(OptionalLong.empty());
  }

  private static OptionalDouble fraction(RowPage answer, String name) {
    return cell(answer, name)
        .map(value -> OptionalDouble.of(((Number) value).doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Object> cell(RowPage answer, String name) {
    int index = answer.schema().names().indexOf(name);
    if (index < 0 || answer.rows().isEmpty()) {
      return Optional.empty();
    }
    @Nullable Object value = answer.rows().getFirst().get(index);
    return Optional.ofNullable(value);
  }
}

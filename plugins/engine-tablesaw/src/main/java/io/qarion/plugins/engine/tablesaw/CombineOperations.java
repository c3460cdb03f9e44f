package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.ValueType;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnionRows;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.RowScope;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operations that bring in another source. */
final class CombineOperations {

  private final Steps steps;

  CombineOperations(Steps steps) {
    this.steps = steps;
  }

  Relation join(Relation input, JoinRows rule) {
    Relation other = steps.source(rule.with());
    TracedSchema output = steps.output(rule, input);
    Matches matches = matches(input, other, rule);
    return rule.how().addsColumns()
        ? pairs(input, other, rule, output, matches)
        : half(input, rule, matches);
  }

  /** Finds, for a row of the input, those of the other source that belong to it. */
  @FunctionalInterface
  private interface Matches {
    List<@Nullable Object[]> of(@Nullable Object[] row);
  }

  private Matches matches(Relation input, Relation other, JoinRows rule) {
    return switch (rule.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) -> onPairs(input, other, pairs);
      case JoinRows.OnCondition(Formula condition) -> onCondition(input, other, rule, condition);
      case JoinRows.Always _ -> _ -> other.rows();
    };
  }

  private Matches onPairs(Relation input, Relation other, List<JoinRows.Pair> pairs) {
    var left = new ArrayList<Evaluation>();
    var right = new ArrayList<Evaluation>();
    for (JoinRows.Pair pair : pairs) {
      DataType ofLeft = typeOf(input, pair.left());
      DataType ofRight = typeOf(other, pair.right());
      DataType common =
          ValueType.common(ValueType.of(ofLeft), ValueType.of(ofRight))
              .flatMap(ValueType::dataType)
              .orElse(ofLeft);
      left.add(converted(input.place(pair.left()), ofLeft, common));
      right.add(converted(other.place(pair.right()), ofRight, common));
    }
    Map<RowKey, List<@Nullable Object[]>> index = new HashMap<>();
    steps.each(
        other.rows(),
        row -> {
          RowKey key = RowKey.of(row, right);
          if (!key.hasNull()) {
            index.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
          }
        });
    return row -> {
      RowKey key = RowKey.of(row, left);
      return key.hasNull() ? List.of() : index.getOrDefault(key, List.of());
    };
  }

  private static Evaluation converted(int place, DataType from, DataType to) {
    ScalarFunction cast = ScalarFunctions.cast(from, to, false);
    return from.equals(to) ? row -> row[place] : row -> cast.apply(row[place]);
  }

  private static DataType typeOf(Relation relation, String column) {
    return relation.schema().find(column).map(Column::type).orElse(PlainType.STRING);
  }

  private Matches onCondition(Relation input, Relation other, JoinRows rule, Formula condition) {
    int width = input.names().size();
    var scope =
        new RowScope(
            List.of(
                new RowScope.Table("", input.schema(), 0),
                new RowScope.Table(rule.with(), other.schema(), width)),
            steps.parameters(),
            Map.of());
    Evaluation holds = ExpressionEvaluator.of(condition.tree(), scope);
    return row -> {
      var found = new ArrayList<@Nullable Object[]>();
      @Nullable Object[] both = Arrays.copyOf(row, width + other.names().size());
      steps.each(
          other.rows(),
          candidate -> {
            System.arraycopy(candidate, 0, both, width, candidate.length);
            if (holds.isTrue(both)) {
              found.add(candidate);
            }
          });
      return found;
    };
  }

  private Relation half(Relation input, JoinRows rule, Matches matches) {
    boolean wanted = rule.how() == JoinRows.How.SEMI;
    var rows = new ArrayList<@Nullable Object[]>();
    steps.each(
        input.rows(),
        row -> {
          if (matches.of(row).isEmpty() != wanted) {
            rows.add(row);
          }
        });
    return new Relation(input.traced(), rows, false);
  }

  private Relation pairs(
      Relation input, Relation other, JoinRows rule, TracedSchema output, Matches matches) {
    boolean keepsLeft = rule.how() == JoinRows.How.LEFT || rule.how() == JoinRows.How.FULL;
    boolean keepsRight = rule.how() == JoinRows.How.RIGHT || rule.how() == JoinRows.How.FULL;
    var joined = new JoinedRow(input, other, rule);
    var rows = new ArrayList<@Nullable Object[]>();
    Set<@Nullable Object[]> matched = Collections.newSetFromMap(new IdentityHashMap<>());
    var missingLeft = new @Nullable Object[input.names().size()];
    var missingRight = new @Nullable Object[other.names().size()];
    steps.each(
        input.rows(),
        row -> {
          List<@Nullable Object[]> found = matches.of(row);
          steps.checkRoom(rows.size() + (long) found.size(), output.columns().size());
          for (@Nullable Object[] match : found) {
            rows.add(joined.of(row, match, false));
          }
          if (keepsRight) {
            matched.addAll(found);
          }
          if (found.isEmpty() && keepsLeft) {
            rows.add(joined.of(row, missingRight, false));
          }
        });
    if (keepsRight) {
      steps.each(
          other.rows(),
          row -> {
            if (!matched.contains(row)) {
              rows.add(joined.of(missingLeft, row, true));
            }
          });
    }
    return new Relation(output, rows, false);
  }

  /** Puts two rows side by side. */
  private static final class JoinedRow {

    private final int left;
    private final int[] right;
    private final Map<Integer, Evaluation> sharedKeys = new HashMap<>();

    JoinedRow(Relation input, Relation other, JoinRows rule) {
      this.left = input.names().size();
      this.right =
          rule.otherColumns(input.names(), other.names()).stream()
              .mapToInt(column -> other.place(column.name()))
              .toArray();
      for (String name : input.names()) {
        if (rule.isSharedKey(name)) {
          sharedKeys.put(
              input.place(name),
              converted(other.place(name), typeOf(other, name), typeOf(input, name)));
        }
      }
    }

    @Nullable Object[] of(@Nullable Object[] row, @Nullable Object[] other, boolean isLeftMissing) {
      @Nullable Object[] result = Arrays.copyOf(row, left + right.length);
      if (isLeftMissing) {
        sharedKeys.forEach((place, value) -> result[place] = value.of(other));
      }
      for (int i = 0; i < right.length; i++) {
        result[left + i] = other[right[i]];
      }
      return result;
    }
  }

  Relation union(Relation input, UnionRows rule) {
    TracedSchema output = steps.output(rule, input);
    var rows = new ArrayList<@Nullable Object[]>();
    add(rows, input, output, rule.byName());
    rule.with().forEach(alias -> add(rows, steps.source(alias), output, rule.byName()));
    if (!rule.distinct()) {
      return new Relation(output, rows, false);
    }
    int[] all = IntStream.range(0, output.columns().size()).toArray();
    Map<RowKey, @Nullable Object[]> kept = new LinkedHashMap<>();
    steps.each(rows, row -> kept.putIfAbsent(RowKey.of(row, all), row));
    return new Relation(output, new ArrayList<>(kept.values()), false);
  }

  private void add(
      List<@Nullable Object[]> rows, Relation source, TracedSchema output, boolean byName) {
    steps.checkRoom((long) rows.size() + source.rows().size(), output.columns().size());
    var cells = new ArrayList<Evaluation>();
    List<Column> wanted = output.schema().columns();
    for (int i = 0; i < wanted.size(); i++) {
      int place = byName ? source.names().indexOf(wanted.get(i).name()) : i;
      cells.add(
          place < 0
              ? _ -> null
              : converted(
                  place, source.schema().columns().get(place).type(), wanted.get(i).type()));
    }
    steps.each(source.rows(), row -> rows.add(cells.stream().map(cell -> cell.of(row)).toArray()));
  }
}

package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TracedSchema;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Operations that change columns and keep every row. */
final class ColumnOperations {

  private final Steps steps;

  ColumnOperations(Steps steps) {
    this.steps = steps;
  }

  Relation select(Relation input, SelectColumns rule) {
    TracedSchema output = steps.output(rule, input);
    List<String> names =
        switch (rule) {
          case SelectColumns.Keep keep ->
              keep.columns().stream().map(choice -> choice.name()).toList();
          case SelectColumns.Exclude exclude ->
              input.names().stream().filter(name -> !exclude.columns().contains(name)).toList();
        };
    return picked(input, names, output);
  }

  Relation rename(Relation input, RenameColumns rule) {
    return new Relation(steps.output(rule, input), input.rows(), input.ordered());
  }

  /** Each formula sees the columns that stand before it. */
  Relation derive(Relation input, DeriveColumns rule) {
    Relation relation = input;
    for (var entry : rule.columns().entrySet()) {
      TracedSchema output =
          steps.output(new DeriveColumns(Map.of(entry.getKey(), entry.getValue())), relation);
      Evaluation value = steps.compiled(entry.getValue(), relation);
      relation = computed(relation, output, Map.of(entry.getKey(), value));
    }
    return relation;
  }

  Relation cast(Relation input, CastColumns rule) {
    var values = new LinkedHashMap<String, Evaluation>();
    rule.types()
        .forEach((name, type) -> {
          int place = input.place(name);
          ScalarFunction cast =
              ScalarFunctions.cast(input.schema().columns().get(place).type(), type, rule.orNull());
          values.put(name, row -> cast.apply(row[place]));
        });
    return computed(input, steps.output(rule, input), values);
  }

  Relation fill(Relation input, FillMissing rule) {
    TracedSchema output = steps.output(rule, input);
    return switch (rule.filling()) {
      case FillMissing.WithValue(Formula value) -> {
        var values = new LinkedHashMap<String, Evaluation>();
        for (String column : rule.columns()) {
          int place = input.place(column);
          Evaluation filling =
              ExpressionEvaluator.of(
                  value.tree(), steps.scopeOf(input), input.schema().columns().get(place).type());
          values.put(column, row -> row[place] == null ? filling.of(row) : row[place]);
        }
        yield computed(input, output, values);
      }
      case FillMissing.FromNeighbour neighbour -> filled(input, rule, neighbour);
    };
  }

  private Relation filled(Relation input, FillMissing rule, FillMissing.FromNeighbour neighbour) {
    List<@Nullable Object[]> rows =
        steps.mapped(input.rows(), row -> Arrays.copyOf(row, row.length));
    Map<RowKey, List<@Nullable Object[]>> partitions = new LinkedHashMap<>();
    int[] by = input.places(neighbour.partitionBy());
    steps.each(
        rows,
        row -> partitions.computeIfAbsent(RowKey.of(row, by), _ -> new ArrayList<>()).add(row));
    for (List<@Nullable Object[]> members : partitions.values()) {
      members.sort(steps.order(neighbour.orderBy(), input));
      for (int place : input.places(rule.columns())) {
        Object known = null;
        for (@Nullable Object[] row : neighbour.backward() ? members.reversed() : members) {
          known = row[place] == null ? known : row[place];
          row[place] = known;
        }
      }
    }
    return input.with(rows);
  }

  Relation split(Relation input, SplitColumn rule) {
    int place = input.place(rule.column());
    Pattern delimiter = Pattern.compile(Pattern.quote(rule.delimiter()));
    var values = new LinkedHashMap<String, Evaluation>();
    for (int i = 0; i < rule.into().size(); i++) {
      int part = i;
      values.put(
          rule.into().get(i),
          row -> {
            if (!(row[place] instanceof String text)) {
              return null;
            }
            String[] parts = delimiter.split(text, -1);
            return part < parts.length ? parts[part] : null;
          });
    }
    return computed(input, steps.output(rule, input), values);
  }

  Relation replace(Relation input, ReplaceText rule) {
    int place = input.place(rule.column());
    ScalarFunction replace =
        ScalarFunctions.find(
            rule.regex() ? "regexp_replace" : "replace", List.of(), PlainType.STRING);
    return computed(
        input,
        steps.output(rule, input),
        Map.of(rule.column(), row -> replace.apply(row[place], rule.pattern(), rule.with())));
  }

  private Relation picked(Relation input, List<String> names, TracedSchema output) {
    int[] places = input.places(names);
    return new Relation(
        output,
        steps.mapped(
            input.rows(),
            row -> {
              var picked = new @Nullable Object[places.length];
              for (int i = 0; i < places.length; i++) {
                picked[i] = row[places[i]];
              }
              return picked;
            }),
        input.ordered());
  }

  /** The columns of the input, some of them with new values, in the order of the output. */
  private Relation computed(Relation input, TracedSchema output, Map<String, Evaluation> values) {
    var columns = new ArrayList<Evaluation>();
    for (String name : output.names()) {
      Evaluation value = values.get(name);
      int place = input.names().indexOf(name);
      columns.add(value == null ? row -> row[place] : value);
    }
    return new Relation(
        output,
        steps.mapped(
            input.rows(),
            row -> {
              var computed = new @Nullable Object[columns.size()];
              for (int i = 0; i < computed.length; i++) {
                computed[i] = columns.get(i).of(row);
              }
              return computed;
            }),
        input.ordered());
  }
}

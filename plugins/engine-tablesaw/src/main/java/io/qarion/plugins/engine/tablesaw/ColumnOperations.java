package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
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
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import io.qarion.plugins.rows.TypedEvaluation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    return input.with(output, input.columns(names));
  }

  Relation rename(Relation input, RenameColumns rule) {
    return input.with(steps.output(rule, input), input.columns());
  }

  /** Each formula sees the columns that stand before it. */
  Relation derive(Relation input, DeriveColumns rule) {
    Relation relation = input;
    for (var entry : rule.columns().entrySet()) {
      TracedSchema output =
          steps.output(new DeriveColumns(Map.of(entry.getKey(), entry.getValue())), relation);
      TypedEvaluation value = steps.typed(entry.getValue(), relation);
      Cells cells = steps.computed(value, relation.columns(), relation.size());
      relation = replaced(relation, output, Map.of(entry.getKey(), cells));
    }
    return relation;
  }

  Relation cast(Relation input, CastColumns rule) {
    var changed = new HashMap<String, Cells>();
    rule.types()
        .forEach((name, type) ->
            changed.put(
                name, Conversion.of(input.column(name), input.size(), type, rule.orNull())));
    return replaced(input, steps.output(rule, input), changed);
  }

  Relation fill(Relation input, FillMissing rule) {
    TracedSchema output = steps.output(rule, input);
    var changed = new HashMap<String, Cells>();
    switch (rule.filling()) {
      case FillMissing.WithValue(Formula value) ->
          rule.columns().forEach(name -> changed.put(name, filled(input, name, value)));
      case FillMissing.FromNeighbour neighbour -> {
        var filling = new NeighbourFilling(steps, input, neighbour);
        rule.columns().forEach(name -> changed.put(name, filling.filled(input.column(name))));
      }
    }
    return replaced(input, output, changed);
  }

  private Cells filled(Relation input, String column, Formula value) {
    int place = input.place(column);
    DataType type = input.schema().columns().get(place).type();
    Evaluation filling = ExpressionEvaluator.of(value.tree(), steps.scopeOf(input), type);
    return steps.computed(
        row -> {
          Object cell = row.value(place);
          return cell == null ? filling.of(row) : cell;
        },
        type,
        input.columns(),
        input.size());
  }

  Relation split(Relation input, SplitColumn rule) {
    Cells texts = input.column(rule.column());
    var parts =
        rule.into().stream().map(_ -> CellsBuilder.of(PlainType.STRING, input.size())).toList();
    Pattern delimiter = Pattern.compile(Pattern.quote(rule.delimiter()));
    steps.each(
        input.size(),
        row -> {
          String[] found =
              texts.value(row) instanceof String text ? delimiter.split(text, -1) : new String[0];
          for (int i = 0; i < parts.size(); i++) {
            parts.get(i).add(i < found.length ? found[i] : null);
          }
        });
    var changed = new HashMap<String, Cells>();
    for (int i = 0; i < parts.size(); i++) {
      changed.put(rule.into().get(i), parts.get(i).build());
    }
    return replaced(input, steps.output(rule, input), changed);
  }

  Relation replace(Relation input, ReplaceText rule) {
    int place = input.place(rule.column());
    ScalarFunction replace =
        ScalarFunctions.find(
            rule.regex() ? "regexp_replace" : "replace", List.of(), PlainType.STRING);
    Cells cells =
        steps.computed(
            row -> replace.apply(row.value(place), rule.pattern(), rule.with()),
            PlainType.STRING,
            input.columns(),
            input.size());
    return replaced(input, steps.output(rule, input), Map.of(rule.column(), cells));
  }

  /** The columns of the input, some of them others now, in the order of the output. */
  private static Relation replaced(
      Relation input, TracedSchema output, Map<String, Cells> changed) {
    return input.with(
        output,
        output.names().stream()
            .map(name -> Optional.ofNullable(changed.get(name)).orElseGet(() -> input.column(name)))
            .toList());
  }
}

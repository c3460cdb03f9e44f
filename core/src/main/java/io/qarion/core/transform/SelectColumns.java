package io.qarion.core.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the named columns, in that order, or all but the excluded ones. */
public sealed interface SelectColumns extends TransformationRule {

  @Override
  default String operation() {
    return "select";
  }

  @Override
  default boolean isRowWise() {
    return true;
  }

  /** Keeps these columns, in this order. */
  record Keep(List<Choice> columns) implements SelectColumns {

    public Keep {
      columns = List.copyOf(columns);
    }

    /** Keeps columns under their own names. */
    public static Keep names(List<String> names) {
      return new Keep(names.stream().map(name -> new Choice(name, Optional.empty())).toList());
    }

    @Override
    public TracedSchema output(TracedSchema input, RuleScope scope) {
      var kept = new ArrayList<TracedColumn>();
      for (Choice choice : columns) {
        scope
            .column(input, choice.name(), "columns")
            .ifPresent(column -> kept.add(column.named(choice.newName())));
      }
      return scope.unique(new TracedSchema(kept, false), "columns");
    }
  }

  /** Keeps all but these columns. */
  record Exclude(List<String> columns) implements SelectColumns {

    public Exclude {
      columns = List.copyOf(columns);
    }

    @Override
    public TracedSchema output(TracedSchema input, RuleScope scope) {
      columns.forEach(name -> scope.column(input, name, "exclude"));
      return new TracedSchema(
          input.columns().stream().filter(column -> !columns.contains(column.name())).toList(),
          input.open());
    }
  }

  /** A column to keep, and its new name if it gets one. */
  record Choice(String name, Optional<String> as) {
    public String newName() {
      return as.orElse(name);
    }
  }
}

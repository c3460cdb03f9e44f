package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.DatasetName;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a few words what is wrong with a row that fails a check. */
public final class CheckText {

  private CheckText() {}

  public static String ofFailure(RowCheck check) {
    String columns = String.join(", ", check.columns());
    return switch (check) {
      case RowCheck.Completeness _ -> columns + ": a value is missing";
      case RowCheck.Uniqueness _ -> columns + ": another row has the same values";
      case RowCheck.AllowedValues(_, List<Object> values) ->
          columns
              + ": not one of "
              + values.stream().map(Object::toString).collect(Collectors.joining(", "));
      case RowCheck.Pattern(_, String regex, _) -> columns + ": does not fit " + regex;
      case RowCheck.Range(_, Bounds bounds) -> columns + ": not " + bounds.text();
      case RowCheck.Length(_, Bounds bounds) -> columns + ": length not " + bounds.text();
      case RowCheck.Type(_, DataType type) -> columns + ": cannot become " + type.text();
      case RowCheck.Condition(Formula condition) -> "not true: " + condition.text();
      case RowCheck.Referential(_, DatasetName dataset, _) -> columns + ": not in " + dataset;
    };
  }
}

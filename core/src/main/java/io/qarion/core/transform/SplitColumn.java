package io.qarion.core.transform;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.ValueType;
import java.util.List;

/**
 * Cuts text at a delimiter into new columns; the column itself stays, and a part that is not there
 * is NULL. The last new column takes its own part only.
 */
public record SplitColumn(String column, String delimiter, List<String> into)
    implements TransformationRule {

  public SplitColumn {
    into = List.copyOf(into);
  }

  @Override
  public String operation() {
    return "split";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    scope.text(input, column, "column");
    if (delimiter.isEmpty()) {
      scope.report(
          "delimiter", "split.delimiter", "The delimiter is empty.", "Write what to cut at.");
    }
    return input.with(
        into.stream()
            .map(name ->
                new TracedColumn(
                    name, ValueType.of(PlainType.STRING), false, input.originsOf(List.of(column))))
            .toList());
  }
}

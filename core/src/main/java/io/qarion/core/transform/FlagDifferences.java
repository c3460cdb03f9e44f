package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds a column that says whether a row differs from the earlier one beside it. Comparison is
 * NULL-safe.
 *
 * @param column the name of the added column
 * @param pairs a column to its earlier value, in the order they are compared
 * @param earlierBatch the column with the batch of the earlier row
 * @param lacking for a column the batches that came without it: it is not compared with their rows
 */
public record FlagDifferences(
    String column,
    Map<String, String> pairs,
    String earlierBatch,
    Map<String, List<BatchRange.Between>> lacking)
    implements TransformationRule {

  public FlagDifferences {
    pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    lacking = Map.copyOf(lacking);
  }

  public FlagDifferences withLacking(Map<String, List<BatchRange.Between>> newLacking) {
    return new FlagDifferences(column, pairs, earlierBatch, newLacking);
  }

  @Override
  public String operation() {
    return "flag_differences";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    return asDerived().output(input, scope);
  }

  /** The same as an expression. */
  public DeriveColumns asDerived() {
    var parts = new ArrayList<String>();
    pairs.forEach((now, before) -> parts.add(differs(now, before)));
    String any = parts.isEmpty() ? "false" : String.join(" or ", parts);
    return new DeriveColumns(Map.of(column, Formula.parse(any)));
  }

  private String differs(String now, String before) {
    String differs = Names.quoted(now) + " is distinct from " + Names.quoted(before);
    List<BatchRange.Between> ranges = lacking.getOrDefault(now, List.of());
    if (ranges.isEmpty()) {
      return differs;
    }
    String batch = Names.quoted(earlierBatch);
    return ranges.stream()
        .map(range -> "(%s > %d and %s <= %d)".formatted(batch, range.after(), batch, range.upTo()))
        .collect(Collectors.joining(" or ", "(" + differs + " and not (", "))"));
  }
}

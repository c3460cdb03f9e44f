package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Which columns the rules of a step find, without running and whatever is wrong with them. */
public final class RuleColumns {

  private RuleColumns() {}

  /**
   * The columns before each rule, and those after the last: one schema more than there are rules.
   *
   * @param sources columns by alias; the first is what the rules start from
   */
  public static List<Schema> along(
      List<TransformationRule> rules,
      SequencedMap<String, Schema> sources,
      Map<String, DataType> parameters) {
    Map<String, TracedSchema> traced = new LinkedHashMap<>();
    sources.forEach((alias, schema) -> traced.put(alias, TracedSchema.of(alias, schema)));
    RuleScope scope = RuleScope.silent(traced, parameters);
    TracedSchema at = traced.values().stream().findFirst().orElseGet(TracedSchema::unknown);
    var along = new ArrayList<Schema>();
    along.add(at.schema());
    for (int i = 0; i < rules.size(); i++) {
      at = rules.get(i).output(at, scope.atRule(i));
      along.add(at.schema());
    }
    return along;
  }
}

package io.qarion.core.transform;

import java.util.List;

/** What a query does with its sources. */
public sealed interface QueryBody {

  /** Operations, one after the other, on the first source. */
  record Rules(List<TransformationRule> rules) implements QueryBody {

    public Rules {
      rules = List.copyOf(rules);
    }

    TracedSchema output(List<TransformationSource> sources, RuleScope scope) {
      TransformationSource first = sources.getFirst();
      TracedSchema schema = TracedSchema.of(first.alias(), first.schema());
      for (int i = 0; i < rules.size(); i++) {
        schema = rules.get(i).output(schema, scope.atRule(i));
      }
      return schema;
    }
  }

  /**
   * One SELECT in an engine's own SQL, with {@code {{ dataset }}} for each source and {@code :name}
   * for each parameter.
   */
  record Statement(String sql) implements QueryBody {}
}

package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.ValueType;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a rule can see beside its input, and where it reports what is wrong. */
public final class RuleScope {
  public RuleScope(
      String element,
      Map<String, TracedSchema> sources,
      Map<String, DataType> parameters,
      Consumer<Problem> problems) {}

  RuleScope atRule(int index) {
    return this;
  }

  Optional<TracedColumn> column(TracedSchema input, String name, String field) {
    return input.find(name);
  }

  TracedSchema unique(TracedSchema s, String field) {
    return s;
  }

  TracedColumn evaluate(TracedSchema s, String name, Formula f, String field) {
    return TracedColumn.of(
        field, io.qarion.core.dataset.Column.of(name, io.qarion.core.dataset.PlainType.STRING));
  }

  void condition(TracedSchema s, Formula f, String field) {}

  void fits(TracedSchema s, String name, Formula f, String field) {}

  void order(TracedSchema s, List<OrderTerm> t, String field) {}

  TracedSchema source(String alias, String field) {
    return TracedSchema.unknown();
  }

  void joinCondition(TracedSchema s, String with, TracedSchema o, Formula c, String field) {}

  void comparable(TracedColumn a, TracedColumn b, String field) {}

  void report(String field, String code, String message, String fix) {}

  ValueType common(TracedColumn a, TracedColumn b, String field) {
    return a.type();
  }

  TracedColumn aggregate(TracedSchema s, List<String> by, String name, Formula f, String field) {
    return TracedColumn.of(
        field, io.qarion.core.dataset.Column.of(name, io.qarion.core.dataset.PlainType.STRING));
  }

  TracedColumn window(TracedSchema s, String name, Formula f, String field) {
    return TracedColumn.of(
        field, io.qarion.core.dataset.Column.of(name, io.qarion.core.dataset.PlainType.STRING));
  }

  void text(TracedSchema s, String name, String field) {}
}

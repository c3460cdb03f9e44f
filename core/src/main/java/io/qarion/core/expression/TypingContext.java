package io.qarion.core.expression;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** What one check has found so far, and where in the expression it is. */
final class TypingContext {

  private final Scope scope;
  private final IdentityHashMap<Expression, ValueType> types = new IdentityHashMap<>();
  private final List<TypeProblem> problems = new ArrayList<>();

  /** Inside the arguments or the filter of an aggregate. */
  private boolean inAggregate;

  /** Inside of a call with a window. */
  private boolean inWindow;

  TypingContext(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  boolean inAggregate() {
    return inAggregate;
  }

  boolean inWindow() {
    return inWindow;
  }

  void enter(boolean aggregate, boolean window) {
    inAggregate = aggregate;
    inWindow = window;
  }

  ValueType put(Expression expression, ValueType type) {
    types.put(expression, type);
    return type;
  }

  /** Reports, and gives the type of what nothing more can be said about. */
  ValueType report(Span span, String code, String message, String fix) {
    return report(new TypeProblem(span, code, message, fix, List.of()));
  }

  ValueType report(TypeProblem problem) {
    problems.add(problem);
    return ValueType.Special.UNKNOWN;
  }

  Typing typing(ValueType type) {
    return new Typing(type, Collections.unmodifiableMap(types), problems);
  }
}

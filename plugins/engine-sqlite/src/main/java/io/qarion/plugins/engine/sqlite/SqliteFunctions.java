package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.FunctionParameter;
import io.qarion.core.expression.IntervalUnit;
import io.qarion.plugins.rows.Aggregate;
import io.qarion.plugins.rows.Aggregates;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.FunctionTemplates;
import io.qarion.plugins.sql.Operand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes calls: by the table of what SQLite can say, all others as calls of Java. */
final class SqliteFunctions {

  private static final FunctionTemplates TABLE =
      FunctionTemplates.read(SqliteFunctions.class, "functions.tsv");

  private final JavaFunctions java;

  SqliteFunctions(JavaFunctions java) {
    this.java = java;
  }

  String written(CallSql call) {
    return TABLE.filled(call, SqliteTypes::of).orElseGet(() -> ofJava(call));
  }

  private String ofJava(CallSql call) {
    return switch (call.function().kind()) {
      case SCALAR -> scalar(call.name(), call.arguments(), call.result());
      case AGGREGATE -> grouped(call);
      case WINDOW -> throw new IllegalStateException("no SQL for the function " + call.name());
    };
  }

  /** A call of one of our functions. */
  String scalar(String name, List<Operand> arguments, DataType result) {
    List<DataType> types = arguments.stream().map(Operand::type).toList();
    String function =
        java.scalar(
            name,
            types,
            result,
            () -> {
              ScalarFunction found = ScalarFunctions.find(name, types, result);
              return found::apply;
            });
    return called(function, arguments);
  }

  String operator(BinaryOperator operator, Operand left, Operand right, DataType result) {
    List<Operand> operands = List.of(left, right);
    List<DataType> types = operands.stream().map(Operand::type).toList();
    String function =
        java.scalar(
            operator.name().toLowerCase(Locale.ROOT),
            types,
            result,
            () -> {
              ScalarFunction found = ScalarFunctions.operator(operator, types, result);
              return found::apply;
            });
    return called(function, operands);
  }

  String cast(Operand value, DataType to, boolean orNull) {
    String function =
        java.scalar(
            orNull ? "try_cast" : "cast",
            List.of(value.type()),
            to,
            () -> {
              ScalarFunction found = ScalarFunctions.cast(value.type(), to, orNull);
              return found::apply;
            });
    return called(function, List.of(value));
  }

  String moved(Operand moment, long amount, IntervalUnit unit) {
    String word = unit.text();
    return scalar(
        "date_add",
        List.of(
            new Operand(SqliteLiterals.text(word), PlainType.STRING, Optional.of(word)),
            new Operand(Long.toString(amount), PlainType.INTEGER, Optional.of(amount)),
            moment),
        moment.type());
  }

  /**
   * Constants are left out of the arguments, since SQLite takes DISTINCT with one argument only.
   */
  private String grouped(CallSql call) {
    List<DataType> all = call.arguments().stream().map(Operand::type).toList();
    var varying = new ArrayList<Operand>();
    var constants = new LinkedHashMap<Integer, Object>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Operand argument = call.arguments().get(i);
      Optional<Object> constant = isConstant(call, i) ? argument.constant() : Optional.empty();
      int index = i;
      constant.ifPresentOrElse(value -> constants.put(index, value), () -> varying.add(argument));
    }
    String name =
        java.grouped(
            call.name(),
            constants.isEmpty() ? "" : constants.toString(),
            varying.stream().map(Operand::type).toList(),
            call.result(),
            call.over().isPresent(),
            () ->
                new WithConstants(
                    Aggregates.find(call.name(), all, call.result()), all.size(), constants));
    return "%s(%s%s)%s"
        .formatted(
            name,
            call.distinct() ? "DISTINCT " : "",
            varying.stream().map(Operand::sql).collect(Collectors.joining(", ")),
            call.tail());
  }

  private static boolean isConstant(CallSql call, int index) {
    List<FunctionParameter> parameters = call.function().parameters();
    return parameters.get(Math.min(index, parameters.size() - 1)).constant();
  }

  /** Name of a function that keeps the value nearest to a row which is not NULL. */
  String nearest(boolean first) {
    return java.nearest(first);
  }

  private static String called(String function, List<Operand> arguments) {
    return function
        + arguments.stream().map(Operand::sql).collect(Collectors.joining(", ", "(", ")"));
  }

  /** An aggregate that is given its constants with each row. */
  private record WithConstants(Aggregate aggregate, int size, Map<Integer, Object> constants)
      implements JavaFunction.Accumulator {

    @Override
    public void add(@Nullable Object... varying) {
      var all = new @Nullable Object[size];
      int next = 0;
      for (int i = 0; i < size; i++) {
        all[i] = constants.containsKey(i) ? constants.get(i) : varying[next++];
      }
      aggregate.add(all);
    }

    @Override
    public @Nullable Object result() {
      return aggregate.result();
    }
  }
}

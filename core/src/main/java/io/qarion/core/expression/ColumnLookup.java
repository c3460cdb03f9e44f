package io.qarion.core.expression;

import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.expression.Scope.Source;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.QuickFix.ReplacePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds what a column reference means, or says why it means nothing. */
final class ColumnLookup {

  private ColumnLookup() {}

  static ValueType type(TypingContext context, ColumnReference column) {
    Optional<String> qualifier = column.qualifier();
    ValueType type =
        qualifier.isPresent()
            ? qualified(context, column, qualifier.get())
            : unqualified(context, column);
    Optional<Set<String>> groups = context.scope().groupedBy();
    if (groups.isPresent()
        && !context.inAggregate()
        && type != ValueType.Special.UNKNOWN
        && !groups.get().contains(column.name())) {
      String name = Names.quoted(column.name());
      context.report(
          column.span(),
          "column.not_grouped",
          name + " has several values in a group.",
          "Write max(" + name + ") or another aggregate, or group by it.");
    }
    return type;
  }

  private static ValueType unqualified(TypingContext context, ColumnReference column) {
    List<Source> sources = context.scope().sources();
    Optional<ValueType> found = Optional.empty();
    int times = 0;
    boolean open = false;
    for (Source source : sources) {
      ValueType type = source.columns().get(column.name());
      if (type != null) {
        times++;
        found = found.or(() -> Optional.of(type));
      }
      open |= source.open();
    }
    if (times > 1 && !context.scope().firstWins()) {
      return ambiguous(context, column);
    }
    if (found.isPresent()) {
      return found.get();
    }
    return open ? ValueType.Special.UNKNOWN : unknown(context, column, sources);
  }

  private static ValueType qualified(
      TypingContext context, ColumnReference column, String qualifier) {
    var names = new ArrayList<String>();
    for (Source source : context.scope().sources()) {
      String name = source.name().orElse("");
      if (name.equals(qualifier)) {
        ValueType type = source.columns().get(column.name());
        if (type != null) {
          return type;
        }
        return source.open()
            ? ValueType.Special.UNKNOWN
            : unknown(context, column, List.of(source));
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    String fix =
        NearestName.of(qualifier, names)
            .map(name -> "Write " + dotted(name, column.name()) + ".")
            .orElse(
                names.isEmpty()
                    ? "Write " + Names.quoted(column.name()) + "."
                    : "There are " + String.join(", ", names) + ".");
    return context.report(
        new TypeProblem(
            column.span(),
            "column.unknown",
            "There is nothing named " + qualifier + " here.",
            fix,
            meant(column, qualifier, names, name -> dotted(name, column.name()))));
  }

  private static ValueType ambiguous(TypingContext context, ColumnReference column) {
    List<String> choices =
        context.scope().sources().stream()
            .filter(source -> source.columns().containsKey(column.name()))
            .flatMap(source -> source.name().stream())
            .map(name -> Names.quoted(name) + "." + Names.quoted(column.name()))
            .toList();
    return context.report(
        column.span(),
        "column.ambiguous",
        column.name() + " is a column of several datasets.",
        "Write " + String.join(" or ", choices) + ".");
  }

  private static ValueType unknown(
      TypingContext context, ColumnReference column, List<Source> sources) {
    List<String> names =
        sources.stream().flatMap(source -> source.columns().keySet().stream()).toList();
    int written = column.span().end() - column.span().start();
    boolean inQuotes = column.qualifier().isEmpty() && written > column.name().length();
    String otherwise =
        inQuotes ? "Text is written in single quotes: '" + column.name() + "'." : listed(names);
    String fix =
        NearestName.of(column.name(), names)
            .map(name -> "Write " + Names.quoted(name) + ".")
            .orElse(otherwise);
    return context.report(
        new TypeProblem(
            column.span(),
            "column.unknown",
            "There is no column " + column.name() + ".",
            fix,
            meant(
                column,
                column.name(),
                names,
                name ->
                    column
                        .qualifier()
                        .map(qualifier -> dotted(qualifier, name))
                        .orElseGet(() -> Names.quoted(name)))));
  }

  private static List<ReplacePart> meant(
      ColumnReference column, String written, List<String> names, UnaryOperator<String> spelling) {
    return NearestName.all(written, names).stream()
        .map(name -> new ReplacePart("", column.span(), written, spelling.apply(name)))
        .toList();
  }

  private static String dotted(String qualifier, String name) {
    return Names.quoted(qualifier) + "." + Names.quoted(name);
  }

  private static String listed(List<String> names) {
    if (names.isEmpty()) {
      return "No columns can be used here.";
    }
    String first = String.join(", ", names.subList(0, Math.min(8, names.size())));
    return "The columns are " + first + (names.size() > 8 ? ", .." : ".");
  }
}

package io.qarion.app.designer.form;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.core.expression.ExpressionCompletion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Proposes what could be written into a field: columns, functions, names there are. */
final class FieldProposals {

  private FieldProposals() {}

  static Proposals at(Field field, String text, int caret) {
    return switch (field.kind()) {
      case EXPRESSION -> inExpression(field, text, caret);
      case COLUMNS, ORDER, PAIRS -> columns(field, text, itemStart(text, caret), caret);
      case COLUMN, NEW_TYPE, NEW_NAME -> columns(field, text, 0, caret);
      case TEXT, FILE -> of(words(field), text, 0, caret);
      case LONG_TEXT, NUMBER, VALUE, FLAG, CHOICE, LIST, NEW_EXPRESSION, NEW_ENTRY ->
          Proposals.NONE;
    };
  }

  private static Proposals inExpression(Field field, String text, int caret) {
    ExpressionCompletion.At found =
        ExpressionCompletion.at(text, caret, field.known().columns(), field.known().words());
    List<Proposal> items =
        found.proposals().stream()
            .map(one -> new Proposal(one.text(), one.detail(), one.help()))
            .toList();
    return new Proposals(found.from(), caret, items);
  }

  private static Proposals columns(Field field, String text, int from, int caret) {
    return of(
        field.known().columns().columns().stream()
            .map(column -> new Proposal(column.name(), column.type().text(), ""))
            .toList(),
        text,
        from,
        caret);
  }

  private static List<Proposal> words(Field field) {
    return field.known().words().stream().map(word -> new Proposal(word, "", "")).toList();
  }

  /** Those that have the word before the caret in their name, the ones that begin with it first. */
  private static Proposals of(Collection<Proposal> all, String text, int from, int caret) {
    String begun = text.substring(from, caret).toLowerCase(Locale.ROOT);
    List<Proposal> starting = all.stream().filter(one -> name(one).startsWith(begun)).toList();
    Stream<Proposal> inside =
        all.stream().filter(one -> name(one).contains(begun) && !starting.contains(one));
    return new Proposals(from, caret, Stream.concat(starting.stream(), inside).toList());
  }

  private static String name(Proposal proposal) {
    return proposal.text().toLowerCase(Locale.ROOT);
  }

  /** Where the item of a list begins that the caret stands in. */
  private static int itemStart(String text, int caret) {
    int start = caret;
    while (start > 0 && ",=".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    while (start < caret && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }
}

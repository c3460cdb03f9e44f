package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ExpressionCompletion;
import java.util.Collection;
import java.util.List;

/** Completes an expression inside a text of TOML, where quotes are written with a backslash. */
final class ExpressionText {

  private ExpressionText() {}

  static Proposals at(
      String text, int caret, ValueCursor cursor, Schema columns, Collection<String> parameters) {
    boolean escapes = cursor.quote().equals("\"");
    String written = text.substring(cursor.from(), caret);
    String expression = escapes ? written.replace("\\\"", "\"") : written;
    ExpressionCompletion.At at =
        ExpressionCompletion.at(expression, expression.length(), columns, parameters);
    String word = expression.substring(at.from());
    int length = escapes ? word.replace("\"", "\\\"").length() : word.length();
    List<Proposal> found =
        at.proposals().stream().map(each -> proposal(each, cursor, escapes)).toList();
    return new Proposals(caret - length, caret, found);
  }

  private static Proposal proposal(
      ExpressionCompletion.Proposal found, ValueCursor cursor, boolean escapes) {
    String name = found.text();
    boolean column = found.kind() == ExpressionCompletion.Kind.COLUMN;
    String written = escapes || !cursor.isInText() ? Words.escaped(name) : name;
    // A function has still to get its arguments, so its text stays open.
    String quoted = "\"" + written + (column ? "\"" : "");
    return new Proposal(name, cursor.isInText() ? written : quoted, found.detail(), found.help());
  }
}

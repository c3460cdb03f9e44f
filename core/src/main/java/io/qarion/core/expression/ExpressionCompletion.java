package io.qarion.core.expression;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can stand at a place of an expression: columns, parameters, functions and words. */
public final class ExpressionCompletion {

  private static final List<String> WORDS =
      List.of(
          "AND",
          "OR",
          "NOT",
          "IS NULL",
          "IS NOT NULL",
          "IN",
          "BETWEEN",
          "LIKE",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "TRUE",
          "FALSE",
          "NULL");

  private ExpressionCompletion() {}

  /** What kind of thing is proposed. */
  public enum Kind {
    COLUMN,
    PARAMETER,
    FUNCTION,
    WORD
  }

  /**
   * One thing that can be written.
   *
   * @param text as it is written, quoted where it has to be
   * @param detail its type or its signature; empty for words
   * @param help one sentence; empty for all but functions
   */
  public record Proposal(Kind kind, String text, String detail, String help) {}

  /**
   * Proposals for the word before a caret.
   *
   * @param from where that word begins; what is chosen takes the place of the text from there to
   *     the caret
   */
  public record At(int from, List<Proposal> proposals) {

    public At {
      proposals = List.copyOf(proposals);
    }
  }

  /**
   * Finds what begins with the word before the caret, columns first; nothing inside a text.
   *
   * @param parameters names without their colon
   */
  public static At at(String text, int caret, Schema columns, Collection<String> parameters) {
    int from = wordStart(text, caret);
    if (isOpen('\'', text, from)) {
      return new At(caret, List.of());
    }
    String word = text.substring(from, caret);
    String begun = word.replace("\"", "").toLowerCase(Locale.ROOT);
    var proposals = new ArrayList<Proposal>();
    all(columns, parameters).filter(proposal -> matches(proposal, begun)).forEach(proposals::add);
    return new At(from, proposals);
  }

  private static Stream<Proposal> all(Schema columns, Collection<String> parameters) {
    Stream<Proposal> names = columns.columns().stream().map(ExpressionCompletion::column);
    Stream<Proposal> bound =
        parameters.stream().map(name -> new Proposal(Kind.PARAMETER, ":" + name, "", ""));
    Stream<Proposal> functions =
        FunctionCatalog.standard().functions().stream()
            .map(function ->
                new Proposal(
                    Kind.FUNCTION, function.name() + "(", function.signature(), function.help()));
    Stream<Proposal> words = WORDS.stream().map(word -> new Proposal(Kind.WORD, word, "", ""));
    return Stream.of(names, bound, functions, words).flatMap(part -> part);
  }

  private static Proposal column(Column column) {
    return new Proposal(Kind.COLUMN, Names.quoted(column.name()), column.type().text(), "");
  }

  /** A column is found by any part of its name, all else by its beginning. */
  private static boolean matches(Proposal proposal, String begun) {
    String text = proposal.text().replace("\"", "").toLowerCase(Locale.ROOT);
    return text.startsWith(begun) || (proposal.kind() == Kind.COLUMN && text.contains(begun));
  }

  private static int wordStart(String text, int caret) {
    if (isOpen('"', text, caret)) {
      return text.lastIndexOf('"', caret - 1);
    }
    int start = caret;
    while (start > 0 && Names.isPart(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return start > 0 && text.charAt(start - 1) == ':' ? start - 1 : start;
  }

  /** Whether a quote that began before is still open. */
  private static boolean isOpen(char quote, String text, int end) {
    return text.substring(0, end).chars().filter(sign -> sign == quote).count() % 2 == 1;
  }
}

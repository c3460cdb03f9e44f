package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Proposes values of settings, in quotes where they need them. */
final class ValueProposals {

  private final FlowKeys keys;
  private final ColumnsHere columns;
  private final WordTexts words;

  ValueProposals(FlowKeys keys, ColumnsHere columns, WordTexts words) {
    this.keys = keys;
    this.columns = columns;
    this.words = words;
  }

  /**
   * Proposals for a value.
   *
   * @param path of the setting, from the top of the flow
   */
  Proposals at(String text, int caret, ValueCursor cursor, String path, Surroundings around) {
    PropertyKind kind = keys.kind(path, around).orElse(Simple.VALUE);
    if (kind == Simple.EXPRESSION) {
      boolean joins = path.equals("tasks.rules.condition");
      Schema schema = joins ? columns.both(around) : columns.of(around);
      return ExpressionText.at(text, caret, cursor, schema, columns.parameters());
    }
    if (kind == Simple.SQL) {
      return inStatement(text, caret, around);
    }
    List<Proposal> all = all(kind, cursor, path, around);
    int from = cursor.from();
    int to = cursor.isInText() ? textEnd(text, caret, cursor) : Words.end(text, caret);
    String word = text.substring(from, caret);
    String before = cursor.isInText() ? "" : "\"";
    String after = isClosed(text, to, cursor) ? "" : cursor.isInText() ? cursor.quote() : "\"";
    return new Proposals(
        from,
        to,
        Matching.of(word, all).stream().map(each -> enclosed(each, before, after, kind)).toList());
  }

  private static Proposal enclosed(Proposal each, String before, String after, PropertyKind kind) {
    if (kind == Simple.FLAG) {
      return each;
    }
    return new Proposal(
        each.text(), before + Words.escaped(each.inserted()) + after, each.detail(), each.help());
  }

  private static boolean isClosed(String text, int to, ValueCursor cursor) {
    return cursor.isInText() && text.startsWith(cursor.quote(), to);
  }

  /** The end of the text the caret is in; of the word, if the text isn't closed on its line. */
  private static int textEnd(String text, int caret, ValueCursor cursor) {
    int close = text.indexOf(cursor.quote(), caret);
    boolean closes =
        close >= 0
            && close <= Words.lineEnd(text, caret)
            && text.substring(caret, close).chars().noneMatch(sign -> ",=[]{}".indexOf(sign) >= 0);
    return closes ? close : Words.end(text, caret);
  }

  private List<Proposal> all(
      PropertyKind kind, ValueCursor cursor, String path, Surroundings around) {
    return switch (kind) {
      case Choice(List<String> choices) ->
          choices.stream().map(word -> words.of(path, word)).toList();
      case Named _, Options _, Tables _ -> List.of();
      case Simple simple -> simple(simple, cursor, path, around);
    };
  }

  private List<Proposal> simple(Simple kind, ValueCursor cursor, String path, Surroundings around) {
    return switch (kind) {
      // Text between quotes is no flag; the parser says so where one stands.
      case FLAG -> cursor.isInText() ? List.of() : plain(List.of("true", "false"));
      case COLUMN, COLUMNS -> names(columns.of(around));
      case ORDER -> order(columns.of(around));
      case PAIRS -> names(cursor.place() == 0 ? columns.of(around) : columns.joined(around));
      case TYPE -> plain(TableDeclarations.types());
      case DATASET -> datasets();
      case TEXTS -> path.equals("tasks.rules.with") ? datasets() : List.of();
      case TEXT, INTEGER, NUMBER, FILE, EXPRESSION, SQL, TABLES, VALUE -> List.of();
    };
  }

  private static List<Proposal> plain(List<String> words) {
    return words.stream().map(word -> new Proposal(word, "", "")).toList();
  }

  private static List<Proposal> names(Schema schema) {
    return schema.columns().stream()
        .map(column -> new Proposal(column.name(), column.type().text(), ""))
        .toList();
  }

  private static List<Proposal> order(Schema schema) {
    List<Proposal> names = names(schema);
    Stream<Proposal> down =
        names.stream().map(name -> new Proposal(name.text() + " desc", name.detail(), ""));
    return Stream.concat(names.stream(), down).toList();
  }

  private List<Proposal> datasets() {
    var found = new ArrayList<Proposal>();
    for (Map.Entry<String, Schema> dataset : columns.datasets().entrySet()) {
      found.add(words.dataset(dataset.getKey(), dataset.getValue()));
    }
    return found;
  }

  /** The sources of the task, after two braces. */
  private Proposals inStatement(String text, int caret, Surroundings around) {
    int from = Words.start(text, caret);
    String before = text.substring(Words.lineStart(text, caret), from).stripTrailing();
    if (!before.endsWith("{{")) {
      return Proposals.NONE;
    }
    List<Proposal> sources =
        columns.sources(around).stream()
            .map(name -> words.dataset(name, columns.datasets().getOrDefault(name, Schema.EMPTY)))
            .toList();
    int to = Words.end(text, caret);
    return new Proposals(from, to, Matching.of(text.substring(from, caret), sources));
  }
}

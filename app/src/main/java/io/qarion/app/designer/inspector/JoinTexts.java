package io.qarion.app.designer.inspector;

import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.problem.Problem;
import io.qarion.core.run.JoinInsight;
import io.qarion.core.run.KeySuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a join will do. */
final class JoinTexts {

  private static final int FEW = 3;

  private final Messages messages;
  private final Quantities quantities;

  JoinTexts(Messages messages) {
    this.messages = messages;
    this.quantities = new Quantities(messages);
  }

  String silence(JoinState.Silence reason) {
    return switch (reason) {
      case OFF -> messages.get("join.off");
      case NO_DATASET -> messages.get("join.no-dataset");
      case NOT_TRUSTED -> messages.get("join.not-trusted");
    };
  }

  String failure(List<Problem> reasons) {
    return reasons.stream()
        .map(problem -> problem.message() + "\n" + problem.fix())
        .collect(Collectors.joining("\n\n"));
  }

  /** How many rows of a side have a partner. */
  String matched(JoinInsight.Side side) {
    String rows = quantities.count(side.rows());
    if (side.matched().isEmpty()) {
      return messages.get("join.rows", side.rows(), rows);
    }
    long matched = side.matched().getAsLong();
    return matched == side.rows()
        ? messages.get("join.matched.all", side.rows(), rows)
        : messages.get("join.matched", quantities.count(matched), rows);
  }

  /** What else a user should know of a side, a sentence each. */
  List<String> notes(JoinInsight.Side side) {
    var notes = new ArrayList<String>();
    side.matched()
        .ifPresent(matched -> {
          long alone = side.rows() - matched - side.nullKeys();
          if (alone > 0) {
            notes.add(alone(alone, side.unmatched()));
          }
        });
    if (side.nullKeys() > 0) {
      notes.add(messages.get("join.null", side.nullKeys(), quantities.count(side.nullKeys())));
    }
    if (side.repeatedKeys() > 0) {
      notes.add(
          messages.get(
              "join.repeated",
              side.repeatedKeys(),
              quantities.count(side.repeatedKeys()),
              quantities.count(side.mostRows())));
    }
    return notes;
  }

  private String alone(long rows, List<List<@Nullable Object>> keys) {
    String count = quantities.count(rows);
    return keys.isEmpty()
        ? messages.get("join.alone", rows, count)
        : messages.get("join.alone.such", rows, count, keys(keys.stream().limit(FEW).toList()));
  }

  /** All keys that are known to have no partner. */
  String keys(List<List<@Nullable Object>> keys) {
    return keys.stream().map(JoinTexts::key).collect(Collectors.joining(", "));
  }

  private static String key(List<@Nullable Object> values) {
    return values.stream().map(JoinTexts::value).collect(Collectors.joining(" · "));
  }

  private static String value(@Nullable Object value) {
    CellText text = CellText.of(value);
    return switch (text.kind()) {
      case VALUE -> text.text();
      case EMPTY -> "''";
      case NULL -> "NULL";
      case BINARY -> CellText.plain(value);
    };
  }

  /**
   * How many rows come out.
   *
   * @param right name of what is joined with
   */
  String result(JoinInsight insight, String right) {
    String rows = quantities.count(insight.result());
    if (insight.left().rows() == 0 || insight.result() == insight.left().rows()) {
      return messages.get("join.result.same", insight.result(), rows);
    }
    String before = quantities.count(insight.left().rows());
    if (!insight.growsMuch()) {
      return messages.get("join.result", insight.result(), rows, before);
    }
    return insight.right().mostRows() > 1
        ? messages.get(
            "join.grows.keys",
            rows,
            insight.factor(),
            quantities.count(insight.right().mostRows()),
            right)
        : messages.get("join.grows", rows, insight.factor());
  }

  String suggestion(KeySuggestion key) {
    return messages.get("join.key", key.pair().left(), key.pair().right(), key.share());
  }
}

package io.qarion.core.edit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.transform.JoinRows;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses by names and types which columns of two datasets belong together. */
public final class JoinKeys {

  private static final String ID = "id";
  private static final String ENDS = "_id";
  private static final List<String> KEY_ENDS = List.of("id", "key", "code", "no", "nr", "number");

  private JoinKeys() {}

  /**
   * The likely pairs, the likeliest first.
   *
   * @param leftName of the dataset, which columns there may be named after
   */
  public static List<JoinRows.Pair> suggest(
      DatasetName leftName, Schema left, DatasetName rightName, Schema right) {
    record Scored(JoinRows.Pair pair, int score) {}
    return left.columns().stream()
        .flatMap(mine ->
            right.columns().stream()
                .filter(theirs -> areComparable(mine.type(), theirs.type()))
                .map(theirs ->
                    new Scored(
                        new JoinRows.Pair(mine.name(), theirs.name()),
                        score(leftName, mine, rightName, theirs))))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .map(Scored::pair)
        .toList();
  }

  /** The likeliest pair. */
  public static Optional<JoinRows.Pair> best(
      DatasetName leftName, Schema left, DatasetName rightName, Schema right) {
    return suggest(leftName, left, rightName, right).stream().findFirst();
  }

  /** Pairs of columns that could be keys by their types, those that look like keys first. */
  public static List<JoinRows.Pair> alike(Schema left, Schema right) {
    return left.columns().stream()
        .filter(column -> isKeyType(column.type()))
        .flatMap(mine ->
            right.columns().stream()
                .filter(theirs -> isKeyType(theirs.type()))
                .filter(theirs -> areComparable(mine.type(), theirs.type()))
                .map(theirs -> new JoinRows.Pair(mine.name(), theirs.name())))
        .sorted(
            Comparator.comparing(pair -> !looksLikeKey(pair.left()) || !looksLikeKey(pair.right())))
        .toList();
  }

  private static boolean isKeyType(DataType type) {
    return type instanceof DecimalType
        || type == PlainType.INTEGER
        || type == PlainType.STRING
        || type == PlainType.DATE;
  }

  private static boolean looksLikeKey(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return KEY_ENDS.stream().anyMatch(lower::endsWith);
  }

  private static int score(DatasetName leftName, Column left, DatasetName rightName, Column right) {
    String mine = left.name().toLowerCase(Locale.ROOT);
    String theirs = right.name().toLowerCase(Locale.ROOT);
    if (refersTo(mine, rightName, theirs) || refersTo(theirs, leftName, mine)) {
      return 4;
    }
    if (!mine.equals(theirs)) {
      return 0;
    }
    if (mine.endsWith(ENDS)) {
      return 3;
    }
    return mine.equals(ID) ? 1 : 2;
  }

  /** {@code customer_id} names the {@code id} of customers. */
  private static boolean refersTo(String column, DatasetName dataset, String key) {
    return key.equals(ID)
        && column.endsWith(ENDS)
        && column.substring(0, column.length() - ENDS.length()).equals(one(dataset));
  }

  /** What a row of the dataset is: {@code raw_customers} holds customers. */
  private static String one(DatasetName dataset) {
    String name = dataset.value().toLowerCase(Locale.ROOT);
    String last = name.substring(name.lastIndexOf('_') + 1);
    if (last.endsWith("ies")) {
      return last.substring(0, last.length() - "ies".length()) + "y";
    }
    return last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
  }

  private static boolean areComparable(DataType left, DataType right) {
    return left.equals(right) || (left.isNumeric() && right.isNumeric());
  }
}

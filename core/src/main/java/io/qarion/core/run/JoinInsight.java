package io.qarion.core.run;

import io.qarion.core.transform.JoinRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a join will do, known before it runs.
 *
 * @param result rows that will come out
 */
public record JoinInsight(JoinRows.How how, Side left, Side right, long result) {

  /** With more rows for each on the left than this, a join is likely a mistake. */
  private static final double MANY = 1.5;

  /**
   * The rows of one side.
   *
   * @param matched rows with a partner; empty where that can't be told
   * @param nullKeys rows that have no partner because a part of their key is NULL
   * @param repeatedKeys keys that several rows have
   * @param mostRows rows of the key that most have; 0 without keys
   * @param unmatched some keys without a partner, those of most rows first
   */
  public record Side(
      long rows,
      OptionalLong matched,
      long nullKeys,
      long repeatedKeys,
      long mostRows,
      List<List<@Nullable Object>> unmatched) {

    public Side {
      var copy = new ArrayList<List<@Nullable Object>>();
      unmatched.forEach(key -> copy.add(Collections.unmodifiableList(key)));
      unmatched = Collections.unmodifiableList(copy);
    }

    /** A side of a join that is not by keys. */
    static Side counted(long rows, OptionalLong matched) {
      return new Side(rows, matched, 0, 0, 0, List.of());
    }
  }

  /** Rows that come out for each on the left; 1 where there are none. */
  public double factor() {
    return left.rows() == 0 ? 1 : result / (double) left.rows();
  }

  /** Whether so many rows come out that a user should hear of it before running. */
  public boolean growsMuch() {
    return factor() > MANY;
  }

  /**
   * Rows that come out.
   *
   * @param pairs rows that belong together, each with each
   */
  static long result(JoinRows.How how, long pairs, long leftAlone, long rightAlone, long matched) {
    return switch (how) {
      case INNER, CROSS -> pairs;
      case LEFT -> pairs + leftAlone;
      case RIGHT -> pairs + rightAlone;
      case FULL -> pairs + leftAlone + rightAlone;
      case SEMI -> matched;
      case ANTI -> leftAlone;
    };
  }
}

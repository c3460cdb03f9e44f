package io.qarion.core.transform;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import java.util.List;
import java.util.Optional;

/** How computed rows get into their target. */
public sealed interface Write {

  /** Rows are added to those of other batches. */
  record Append() implements Write {}

  /** The target holds these rows and no others afterwards. */
  record Replace() implements Write {}

  /** Rows whose key is among the new ones are replaced. */
  record ReplaceKeys(List<String> keys) implements Write {
    public ReplaceKeys {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Rows of whole groups are replaced: those of every group that {@code groups} names go, also of
   * groups that get no new row.
   *
   * @param keys columns that make a group; NULL is a value like others
   * @param groups gives these columns; it is read before anything is written
   */
  record ReplaceGroups(List<String> keys, Query groups) implements Write {
    public ReplaceGroups {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Row by row, by key; the first action whose condition holds is taken. Conditions may say {@code
   * source.column} and {@code target.column}; a column of the source that only they name is not
   * written.
   */
  record Merge(List<String> keys, List<MergeAction> actions) implements Write {
    public Merge {
      keys = List.copyOf(keys);
      actions = List.copyOf(actions);
    }

    /** Whether a condition names a column of the source. */
    public boolean mentions(String column) {
      String name = "source." + Names.quoted(column);
      return actions.stream()
          .flatMap(action -> action.condition().stream())
          .anyMatch(condition -> condition.text().contains(name));
    }

    /** Whether it only adds rows that are not there, so that no row is ever lost by it. */
    public boolean onlyAdds() {
      return actions.stream()
          .allMatch(action -> action.kind() == MergeAction.Kind.INSERT_UNMATCHED);
    }

    /** Adds rows whose key is not there. */
    public static Merge adding(List<String> keys) {
      return new Merge(
          keys, List.of(new MergeAction(MergeAction.Kind.INSERT_UNMATCHED, Optional.empty())));
    }

    /** Changes rows whose key is there. */
    public static Merge updating(List<String> keys) {
      return new Merge(
          keys, List.of(new MergeAction(MergeAction.Kind.UPDATE_MATCHED, Optional.empty())));
    }

    /** Updates rows whose key is there and inserts the others. */
    public static Merge upsert(List<String> keys) {
      return new Merge(
          keys,
          List.of(
              new MergeAction(MergeAction.Kind.UPDATE_MATCHED, Optional.empty()),
              new MergeAction(MergeAction.Kind.INSERT_UNMATCHED, Optional.empty())));
    }
  }

  /** What a merge does with a row. */
  record MergeAction(Kind kind, Optional<Formula> condition) {

    /** Which rows, and what. */
    public enum Kind {
      UPDATE_MATCHED,
      DELETE_MATCHED,
      INSERT_UNMATCHED
    }
  }
}

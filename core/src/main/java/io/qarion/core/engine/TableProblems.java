package io.qarion.core.engine;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.Widening;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.List;
import java.util.stream.Collectors;

/** What engines say of rows that a table can't take, in the same words. */
public final class TableProblems {

  /** How many repeated keys are shown. */
  public static final int KEYS_SHOWN = 10;

  private TableProblems() {}

  /** Rows without a value in the primary key. */
  public static QarionException missingKeys(Dataset dataset, long rows) {
    return refused(
        "key.null",
        dataset,
        "%,d rows have no value in the primary key (%s)."
            .formatted(rows, String.join(", ", dataset.primaryKey())),
        "Correct the file, or take the column out of primary_key.");
  }

  /**
   * Keys that occur more than once.
   *
   * @param shown some of them
   * @param fix what to tell the user to do about it
   */
  public static QarionException repeatedKeys(
      Dataset dataset, long keys, List<String> shown, String fix) {
    return refused(
        "key.duplicate",
        dataset,
        "%,d values of the primary key (%s) occur more than once: %s."
            .formatted(
                keys,
                String.join(", ", dataset.primaryKey()),
                shown.stream().map(key -> "(" + key + ")").collect(Collectors.joining(", "))),
        fix);
  }

  /** Refuses columns whose stored values can't become what is declared now. */
  public static void checkTypes(Dataset dataset, Schema stored) {
    for (Column wanted : dataset.schema().columns()) {
      stored
          .find(wanted.name())
          .filter(old -> !old.type().equals(wanted.type()))
          .filter(old -> !Widening.is(old.type(), wanted.type()))
          .ifPresent(old -> {
            throw refused(
                "dataset.incompatible",
                dataset,
                "Column '%s' of the stored dataset '%s' is %s and would become %s."
                    .formatted(old.name(), dataset.name(), old.type().text(), wanted.type().text()),
                "Run with --reload to make it anew, or with --keep-old-tables to begin a new one.");
          });
    }
  }

  /** A wider type that has no room for some of a column's values all the same. */
  public static QarionException noRoom(Dataset dataset, Column old, DataType wanted, long values) {
    return refused(
        "dataset.incompatible",
        dataset,
        "Column '%s' of the stored dataset '%s' would become %s, which has no room for %,d of its values."
            .formatted(old.name(), dataset.name(), wanted.text(), values),
        "Declare a decimal of more digits.");
  }

  /** Columns of rows that the dataset has no column for. */
  public static QarionException extraColumns(Dataset dataset, List<String> unknown) {
    return refused(
        "dataset.extra_columns",
        dataset,
        "Dataset '%s' has no column for %s."
            .formatted(
                dataset.name(),
                unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))),
        "Add the column to the dataset, or leave it out with a select.");
  }

  /** A table that nothing has made. */
  public static Problem missing(String physicalName) {
    return Problem.error(
        "table.missing",
        Place.UNKNOWN,
        "There is no table '%s' yet.".formatted(physicalName),
        "Run the flow that makes it first, or check the name.");
  }

  /** A row without a value in a column that needs one. */
  public static QarionException missingValue(Dataset dataset, Column column) {
    return refused(
        "engine.refused",
        dataset,
        "Column '%s' of dataset '%s' takes no NULL.".formatted(column.name(), dataset.name()),
        "Fill it in a step before, or take required away.");
  }

  private static QarionException refused(String code, Dataset dataset, String message, String fix) {
    return new QarionException(
        Problem.error(code, Place.of("datasets." + dataset.name()), message, fix));
  }
}

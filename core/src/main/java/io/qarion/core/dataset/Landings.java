package io.qarion.core.dataset;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shapes of the tables that files are loaded into. */
public final class Landings {

  private Landings() {}

  /** A landing table for rows of some columns. */
  public static Dataset landing(
      DatasetName name, Optional<String> namespace, Schema columns, List<String> primaryKey) {
    var all = new ArrayList<Column>(columns.columns());
    all.addAll(TechnicalColumns.LANDING);
    return new Dataset(
        name, namespace, "Rows of the files, as loaded", new Schema(all), primaryKey);
  }

  /** A table for records that could not be read as declared. */
  public static Dataset rejects(DatasetName name, Optional<String> namespace) {
    return new Dataset(
        name,
        namespace,
        "Records that could not be read as declared",
        Schema.of(
            new Column(TechnicalColumns.SOURCE_FILE, PlainType.STRING, true),
            new Column(TechnicalColumns.SOURCE_ROW, PlainType.INTEGER, true),
            new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true),
            Column.of("column_name", PlainType.STRING),
            new Column("reason", PlainType.STRING, true),
            Column.of("raw_text", PlainType.STRING)),
        List.of());
  }

  /** The problem with a user's column that has a name kept for the program, if it has one. */
  public static Optional<Problem> reservedName(String element, String name) {
    return TechnicalColumns.isReserved(name)
        ? Optional.of(
            Problem.error(
                "column.reserved",
                Place.of(element),
                "The column name '%s' is kept for the program.".formatted(name),
                "Choose one that is not batch_id and does not begin with xt_."))
        : Optional.empty();
  }
}

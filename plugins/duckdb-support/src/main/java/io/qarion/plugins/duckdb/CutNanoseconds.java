package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.FileRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the moments of a file that are finer than the microseconds we keep. */
public final class CutNanoseconds {

  private CutNanoseconds() {}

  /**
   * A warning for each column whose values lose something; the file is read again only for those.
   */
  public static List<Problem> warnings(DuckDbSession session, FileRelation file) {
    if (RelationSql.givesText(file)) {
      return List.of();
    }
    String source = RelationSql.call(file, Optional.empty());
    var warnings = new ArrayList<Problem>();
    for (Column column : file.schema().columns()) {
      if (column.type() == PlainType.TIMESTAMP && isFine(session, source, column.name())) {
        String name = SqlText.name(column.name());
        long cut =
            session.count(
                "SELECT count(*) FROM %s WHERE epoch_ns(%s) %% 1000 <> 0".formatted(source, name));
        if (cut > 0) {
          warnings.add(warning(file, column, cut));
        }
      }
    }
    return warnings;
  }

  private static boolean isFine(DuckDbSession session, String source, String column) {
    return session.count(
            "SELECT count(*) FROM (DESCRIBE FROM %s) WHERE column_name = %s AND column_type = 'TIMESTAMP_NS'"
                .formatted(source, SqlText.text(column)))
        > 0;
  }

  private static Problem warning(FileRelation file, Column column, long cut) {
    return Problem.warning(
        "load.nanoseconds",
        Place.in(file.shownName(), 0, 0),
        "%,d values of column '%s' have nanoseconds; they were cut to microseconds."
            .formatted(cut, column.name()),
        "Declare the column as string to keep them as they are written.");
  }
}

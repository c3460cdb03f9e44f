package io.qarion.plugins.files.common;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileRequest;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.ArrayList;
import java.util.List;

/** Brings the columns a user declared together with those a file has; the declared ones win. */
public final class DeclaredColumns {

  private DeclaredColumns() {}

  /**
   * The columns to read.
   *
   * @throws QarionException if the file lacks a declared column
   */
  public static Schema wanted(FileRequest request, Schema found) {
    if (request.declared().isEmpty()) {
      return found;
    }
    List<String> names = found.names();
    var problems = new ArrayList<Problem>();
    for (Column column : request.declared().get().columns()) {
      if (!names.contains(column.name())) {
        problems.add(
            Problem.error(
                "file.missing_column",
                Place.in(request.shownName(), 0, 0),
                "The file has no column '%s'.".formatted(column.name()),
                NearestName.hint(column.name(), names, "columns of the file")));
      }
    }
    if (!problems.isEmpty()) {
      throw new QarionException(problems);
    }
    return request.declared().get();
  }
}

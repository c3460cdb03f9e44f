package io.qarion.core.run;

import io.qarion.core.problem.Problem;
import java.util.List;

/**
 * What an export wrote.
 *
 * @param neutralised rows with text that got an apostrophe, so that no spreadsheet runs it
 * @param notes what the user should know of the file
 */
public record ExportedRows(long rows, long neutralised, List<Problem> notes) {

  public ExportedRows {
    notes = List.copyOf(notes);
  }
}

package io.qarion.plugins.files.xlsx;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/**
 * Says what is wrong with a workbook.
 *
 * @param shownName path as the user knows it
 */
record WorkbookProblems(String shownName) {

  private static final String MEND = "Open it in a spreadsheet program and save it anew as .xlsx.";

  QarionException of(String code, String message, String fix) {
    return new QarionException(problem(code, message, fix));
  }

  QarionException of(String code, String message, String fix, Exception cause) {
    return new QarionException(problem(code, message, fix), cause);
  }

  QarionException damaged(String what) {
    return of("xlsx.damaged", "The workbook is damaged: " + what + ".", MEND);
  }

  QarionException damaged(String what, Exception cause) {
    return of("xlsx.damaged", "The workbook is damaged: " + what + ".", MEND, cause);
  }

  QarionException tooLarge(String what) {
    return of(
        "xlsx.too_large",
        "The workbook is refused: " + what + ".",
        "If it is a workbook of yours, save it as CSV and load that.");
  }

  private Problem problem(String code, String message, String fix) {
    return Problem.error(code, Place.in(shownName, 0, 0), message, fix);
  }
}

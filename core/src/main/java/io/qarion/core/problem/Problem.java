package io.qarion.core.problem;

import java.util.List;

/**
 * Something a user should know about a project, a file or a run, with its place and the way out.
 *
 * @param code stable name such as {@code toml.syntax} or {@code column.unknown}
 * @param message what is wrong, in a sentence
 * @param fix what to write or do; empty if nothing can be said
 * @param quickFixes what the program can do about it, the likeliest first; mostly empty
 */
public record Problem(
    Severity severity,
    String code,
    Place place,
    String message,
    String fix,
    List<QuickFix> quickFixes) {

  public Problem {
    quickFixes = List.copyOf(quickFixes);
  }

  public static Problem error(String code, Place place, String message, String fix) {
    return new Problem(Severity.ERROR, code, place, message, fix, List.of());
  }

  public static Problem warning(String code, Place place, String message, String fix) {
    return new Problem(Severity.WARNING, code, place, message, fix, List.of());
  }

  public static Problem hint(String code, Place place, String message, String fix) {
    return new Problem(Severity.HINT, code, place, message, fix, List.of());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Problem at(Place newPlace) {
    return new Problem(severity, code, newPlace, message, fix, quickFixes);
  }

  /** The same problem with other quick fixes. */
  public Problem with(List<? extends QuickFix> newQuickFixes) {
    return new Problem(severity, code, place, message, fix, List.copyOf(newQuickFixes));
  }

  /** Place, message and fix; on one line unless the message itself has several. */
  @Override
  public String toString() {
    String where = place.toString();
    String separator = message.contains("\n") ? "\n" : " ";
    return (where.isEmpty() ? "" : where + ": ") + message + (fix.isEmpty() ? "" : separator + fix);
  }
}

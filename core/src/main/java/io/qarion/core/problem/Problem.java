package io.qarion.core.problem;

/**
 * Something a user should know about a project, a file or a run, with its place and the way out.
 *
 * @param code stable name such as {@code toml.syntax} or {@code column.unknown}
 * @param message what is wrong, in a sentence
 * @param fix what to write or do; empty if nothing can be said
 */
public record Problem(Severity severity, String code, Place place, String message, String fix) {

  public static Problem error(String code, Place place, String message, String fix) {
    return new Problem(Severity.ERROR, code, place, message, fix);
  }

  public static Problem warning(String code, Place place, String message, String fix) {
    return new Problem(Severity.WARNING, code, place, message, fix);
  }

  public static Problem hint(String code, Place place, String message, String fix) {
    return new Problem(Severity.HINT, code, place, message, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Problem at(Place newPlace) {
    return new Problem(severity, code, newPlace, message, fix);
  }

  /** Place, message and fix; on one line unless the message itself has several. */
  @Override
  public String toString() {
    String where = place.toString();
    String separator = message.contains("\n") ? "\n" : " ";
    return (where.isEmpty() ? "" : where + ": ") + message + (fix.isEmpty() ? "" : separator + fix);
  }
}

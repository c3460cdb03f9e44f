package io.qarion.core.edit.rename;

/**
 * One place where a name or a type changes, or what comes of that at another place.
 *
 * @param file as the project names it; empty if no file says it
 * @param place the element in that file, such as {@code tasks[2].rules[0].condition}
 * @param before what stands there; empty if nothing does
 * @param after what will stand there; empty if nothing will
 * @param toCheck whether somebody should look at it, as at a statement that nobody here understands
 * @param reason what comes of the change here, where the text itself stays; else empty
 */
public record Change(
    String file, String place, String before, String after, boolean toCheck, String reason) {

  static Change edit(String file, String place, String before, String after, boolean toCheck) {
    return new Change(file, place, before, after, toCheck, "");
  }

  /** Something that stays as it is and that somebody should look at. */
  static Change look(String file, String place, String reason) {
    return new Change(file, place, "", "", true, reason);
  }

  /** Whether the text changes here. */
  public boolean isEdit() {
    return reason.isEmpty();
  }
}

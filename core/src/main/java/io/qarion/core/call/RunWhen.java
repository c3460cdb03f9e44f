package io.qarion.core.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the tasks before one must have ended for it to run. */
public enum RunWhen {
  /** All succeeded. */
  SUCCESS,
  /** At least one failed. */
  FAILURE,
  /** However they ended. */
  ALWAYS;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RunWhen> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** The words of files, the usual one first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(RunWhen::text).toList();
  }
}

package io.qarion.plugins.engine.sqlite;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text at each delimiter. */
final class TextParts {

  private TextParts() {}

  /**
   * One part, counted from 1; NULL if there are fewer.
   *
   * @param arguments text, delimiter and number
   */
  static @Nullable Object part(@Nullable Object... arguments) {
    if (!(arguments[0] instanceof String text
        && arguments[1] instanceof String delimiter
        && arguments[2] instanceof Long number)) {
      return null;
    }
    String[] parts = text.split(Pattern.quote(delimiter), -1);
    return number <= parts.length ? parts[(int) (number - 1)] : null;
  }
}

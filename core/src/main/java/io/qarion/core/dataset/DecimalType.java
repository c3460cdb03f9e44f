package io.qarion.core.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exact numbers.
 *
 * @param precision all digits, 1 to 38; over 18 not every engine can
 * @param scale digits after the point, 0 to precision
 */
public record DecimalType(int precision, int scale) implements DataType {

  public static final int MAX_PRECISION = 38;

  /** What {@code decimal} without parameters means. */
  public static final DecimalType DEFAULT = new DecimalType(18, 4);

  private static final Pattern SYNTAX =
      Pattern.compile("decimal\\(\\s*(\\d{1,2})\\s*(?:,\\s*(\\d{1,2})\\s*)?\\)");

  public DecimalType {
    if (!isValid(precision, scale)) {
      throw new IllegalArgumentException("no such type: decimal(" + precision + "," + scale + ")");
    }
  }

  @Override
  public String text() {
    return "decimal(" + precision + "," + scale + ")";
  }

  @Override
  public String toString() {
    return text();
  }

  private static boolean isValid(int precision, int scale) {
    return precision >= 1 && precision <= MAX_PRECISION && scale >= 0 && scale <= precision;
  }

  static Optional<DecimalType> parse(String name) {
    if (name.equals("decimal")) {
      return Optional.of(DEFAULT);
    }
    Matcher matcher = SYNTAX.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int precision = Integer.parseInt(matcher.group(1));
    int scale = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return isValid(precision, scale)
        ? Optional.of(new DecimalType(precision, scale))
        : Optional.empty();
  }
}

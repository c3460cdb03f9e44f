package io.qarion.core.dataset;

/** Changes of a column's type that keep every value. */
public final class Widening {

  private Widening() {}

  /** Integer to decimal or float, a decimal to a wider one, anything but bytes to text. */
  public static boolean is(DataType from, DataType to) {
    if (to == PlainType.STRING) {
      return from != PlainType.BINARY;
    }
    if (from == PlainType.INTEGER) {
      return to == PlainType.FLOAT || to instanceof DecimalType;
    }
    return from instanceof DecimalType(int precision, int scale)
        && to instanceof DecimalType(int newPrecision, int newScale)
        && newScale >= scale
        && newPrecision - newScale >= precision - scale;
  }
}

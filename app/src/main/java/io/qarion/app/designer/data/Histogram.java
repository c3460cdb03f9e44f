package io.qarion.app.designer.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Cuts the range of a column into bins of one width. */
public final class Histogram {

  private static final double DAY = 86_400;
  private static final MathContext EDGE = new MathContext(12, RoundingMode.HALF_EVEN);

  private final String column;
  private final Object low;
  private final double start;
  private final double end;
  private final int bins;

  /**
   * @param low the smallest value: a number, a date or a time stamp
   * @param high the largest, of the same type
   */
  public Histogram(String column, Object low, Object high, int bins) {
    this.column = column;
    this.low = low;
    this.start = position(low);
    this.end = position(high);
    this.bins = end > start ? bins(low, end - start, bins) : 1;
  }

  /** Whether a value has a place on a scale. */
  public static boolean isOnScale(Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number);
      case Number _ -> true;
      case LocalDate _, LocalDateTime _ -> true;
      default -> false;
    };
  }

  /** Where a value lies: the number itself, days or seconds. */
  public static double position(Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case LocalDate date -> date.toEpochDay();
      case LocalDateTime time -> seconds(time.toInstant(ZoneOffset.UTC));
      default -> throw new IllegalArgumentException("not on a scale: " + value);
    };
  }

  private static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() * 1e-9;
  }

  public int bins() {
    return bins;
  }

  public double start() {
    return start;
  }

  public double width() {
    return (end - start) / bins;
  }

  /** The bin that a value belongs to. */
  public int bin(Object value) {
    double width = width();
    return width == 0
        ? 0
        : Math.clamp((int) Math.floor((position(value) - start) / width), 0, bins - 1);
  }

  /** The bars for the counts of all bins. */
  public List<Bar> bars(long[] counts) {
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < bins; i++) {
      Object from = edge(i);
      Object to = edge(i + 1);
      boolean last = i == bins - 1;
      bars.add(
          new Bar(label(from, to, last), counts[i], Conditions.isBetween(column, from, to, last)));
    }
    return bars;
  }

  private static String label(Object from, Object to, boolean last) {
    Object shown =
        switch (to) {
          case Long number when !last -> number - 1;
          case LocalDate date when !last -> date.minusDays(1);
          default -> to;
        };
    return from.equals(shown)
        ? CellText.plain(from)
        : CellText.plain(from) + " – " + CellText.plain(shown);
  }

  /** Whole numbers and days are not cut into parts. */
  private static int bins(Object low, double span, int wanted) {
    boolean whole = low instanceof Long || low instanceof LocalDate;
    return whole && span + 1 < wanted ? (int) span + 1 : wanted;
  }

  private Object edge(int index) {
    double at = index == bins ? end : start + index * width();
    return switch (low) {
      case LocalDate _ -> LocalDate.ofEpochDay((long) Math.ceil(at));
      case LocalDateTime _ -> LocalDateTime.ofInstant(instant(index, at), ZoneOffset.UTC);
      case Long _ -> (long) Math.ceil(at);
      case BigDecimal decimal -> decimalEdge(index, at, decimal.scale());
      default -> at;
    };
  }

  private Instant instant(int index, double at) {
    double seconds = width() > DAY && index > 0 && index < bins ? Math.floor(at) : at;
    long whole = (long) Math.floor(seconds);
    long micros = Math.round((seconds - whole) * 1_000_000);
    return Instant.ofEpochSecond(whole, micros * 1000);
  }

  /** The ends must not be rounded inwards. */
  private BigDecimal decimalEdge(int index, double at, int scale) {
    RoundingMode mode =
        index == 0
            ? RoundingMode.FLOOR
            : index == bins ? RoundingMode.CEILING : RoundingMode.HALF_EVEN;
    return new BigDecimal(at).round(EDGE).setScale(scale, mode);
  }
}

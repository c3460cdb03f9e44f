package io.qarion.app.designer.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A value as a grid shows it.
 *
 * @param text in one line; empty where the kind says it all
 */
public record CellText(Kind kind, String text) {

  /** What sort of thing a cell shows. */
  public enum Kind {
    VALUE,
    /** No value at all. */
    NULL,
    /** A text without a character. */
    EMPTY,
    /** Bytes, of which only the number is shown. */
    BINARY
  }

  private static final int LONGEST = 300;
  private static final int MICRO_DIGITS = 6;
  private static final CellText NULL = new CellText(Kind.NULL, "");
  private static final CellText EMPTY = new CellText(Kind.EMPTY, "");

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, MICRO_DIGITS, true)
          .toFormatter();
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter();

  /** A value of a page as it is to be shown. */
  public static CellText of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case String text when text.isEmpty() -> EMPTY;
      case byte[] bytes -> new CellText(Kind.BINARY, Integer.toString(bytes.length));
      default -> new CellText(Kind.VALUE, oneLine(plain(value)));
    };
  }

  /** How long a text is of which only the beginning is shown; empty where all of it is. */
  public static OptionalInt cutFrom(@Nullable Object value) {
    return value instanceof String text && text.length() > LONGEST
        ? OptionalInt.of(text.codePointCount(0, text.length()))
        : OptionalInt.empty();
  }

  /** The whole value as other programs read it; empty for NULL. */
  public static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal decimal -> decimal.toPlainString();
      case LocalTime time -> TIME.format(time);
      case LocalDateTime time -> TIMESTAMP.format(time);
      case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
      default -> value.toString();
    };
  }

  /** Cut at whole characters; ends of lines and tabs become signs. */
  private static String oneLine(String text) {
    String start = text;
    if (text.length() > LONGEST) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      start = text.substring(0, end) + "…";
    }
    return start.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace('\t', '⇥');
  }
}

package io.qarion.core.toml;

import io.qarion.core.dataset.DecimalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns plain values of a file into Java's; empty for values of another kind. */
final class Scalars {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Scalars() {}

  static Optional<String> text(TomlNode node) {
    return node.value() instanceof TomlValue.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  static Optional<Boolean> flag(TomlNode node) {
    return node.value() instanceof TomlValue.Flag(boolean flag)
        ? Optional.of(flag)
        : Optional.empty();
  }

  static Optional<Long> whole(TomlNode node) {
    return node.value() instanceof TomlValue.Whole(long whole)
        ? Optional.of(whole)
        : Optional.empty();
  }

  static Optional<Double> number(TomlNode node) {
    return node.value() instanceof TomlValue.Real(double number)
        ? Optional.of(number)
        : whole(node).map(Long::doubleValue);
  }

  /** A list of texts, or one text. */
  static Optional<List<String>> names(TomlNode node) {
    if (node instanceof TomlArrayNode array) {
      List<String> names = array.strings();
      return names.size() == array.size() ? Optional.of(names) : Optional.empty();
    }
    return text(node).map(List::of);
  }

  /** As text, the way the value would be shown. */
  static Optional<String> shown(TomlNode node) {
    return switch (node.value()) {
      case TomlValue.Text(String text) -> Optional.of(text);
      case TomlValue.Whole(long whole) -> Optional.of(Long.toString(whole));
      case TomlValue.Real(double real) when Double.isFinite(real) -> Optional.of(plain(real));
      case TomlValue.Flag(boolean flag) -> Optional.of(Boolean.toString(flag));
      case TomlValue.Date(var date) -> Optional.of(date.toString());
      case TomlValue.Time(var time) -> Optional.of(time.toString());
      case TomlValue.Timestamp(var time) -> Optional.of(time.toString());
      case TomlValue.OffsetTimestamp(var time) -> Optional.of(utc(time.toInstant()).toString());
      case TomlValue.Real _, TomlValue.Items _, TomlValue.Table _ -> Optional.empty();
    };
  }

  /** As the text of an expression that has this value. */
  static Optional<String> literal(TomlNode node) {
    return switch (node.value()) {
      case TomlValue.Text(String text) -> Optional.of("'" + text.replace("'", "''") + "'");
      case TomlValue.Date(var date) -> Optional.of("date '" + date + "'");
      case TomlValue.Time(var time) -> Optional.of("time '" + TIME.format(time) + "'");
      case TomlValue.Timestamp(var time) ->
          Optional.of("timestamp '" + TIMESTAMP.format(time) + "'");
      case TomlValue.OffsetTimestamp(var time) ->
          Optional.of("timestamp '" + TIMESTAMP.format(utc(time.toInstant())) + "'");
      case TomlValue.Real(double real) when Double.isFinite(real) -> Optional.of(decimal(real));
      case TomlValue.Whole _, TomlValue.Real _, TomlValue.Flag _ -> shown(node);
      case TomlValue.Items _, TomlValue.Table _ -> Optional.empty();
    };
  }

  /** Timestamps are UTC everywhere in the program. */
  static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** With a point, so that it is no integer; what a decimal can't hold is a float. */
  private static String decimal(double number) {
    String text = plain(number);
    boolean fits = text.length() < DecimalType.MAX_PRECISION - 2;
    return !fits ? Double.toString(number) : text.contains(".") ? text : text + ".0";
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}

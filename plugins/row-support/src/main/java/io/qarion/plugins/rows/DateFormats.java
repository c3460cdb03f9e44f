package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that read and write dates in a format of ours. */
final class DateFormats {

  private static final Pattern PART =
      Pattern.compile("yyyy|MM|dd|HH|mm|ss|SSSSSS|SSS|'([^']*)'|(.)", Pattern.DOTALL);
  private static final Map<String, ChronoField> FIELDS =
      Map.of(
          "yyyy", ChronoField.YEAR,
          "MM", ChronoField.MONTH_OF_YEAR,
          "dd", ChronoField.DAY_OF_MONTH,
          "HH", ChronoField.HOUR_OF_DAY,
          "mm", ChronoField.MINUTE_OF_HOUR,
          "ss", ChronoField.SECOND_OF_MINUTE,
          "SSS", ChronoField.MILLI_OF_SECOND,
          "SSSSSS", ChronoField.MICRO_OF_SECOND);
  private static final LocalDateTime UNLESS_SAID = LocalDateTime.of(1900, 1, 1, 0, 0);

  private DateFormats() {}

  static Map<String, FunctionMaker> all() {
    return Map.of(
        "format_date", FunctionMaker.of(values -> written(values.moment(0), values.text(1))),
        "to_date",
            FunctionMaker.of(values ->
                values.size() == 1
                    ? values.moment(0).toLocalDate()
                    : read(values, PlainType.DATE).toLocalDate()),
        "to_timestamp", FunctionMaker.of(values -> read(values, PlainType.TIMESTAMP)),
        "try_to_date",
            FunctionMaker.of(values ->
                attempted(values.text(0), values.text(1))
                    .map(LocalDateTime::toLocalDate)
                    .orElse(null)),
        "try_to_timestamp",
            FunctionMaker.of(values -> attempted(values.text(0), values.text(1)).orElse(null)));
  }

  private static Object written(LocalDateTime moment, String format) {
    var text = new StringBuilder();
    Matcher part = PART.matcher(format);
    while (part.find()) {
      ChronoField field = FIELDS.get(part.group());
      text.append(
          field == null
              ? literal(part)
              : ("%0" + part.group().length() + "d").formatted(moment.get(field)));
    }
    return text.toString();
  }

  private static String literal(MatchResult part) {
    return part.group(1) == null ? part.group() : part.group(1);
  }

  private static LocalDateTime read(Arguments values, DataType type) {
    return attempted(values.text(0), values.text(1))
        .orElseThrow(() -> Refusal.notOf(values.text(0), type));
  }

  private static Optional<LocalDateTime> attempted(String text, String format) {
    Map<ChronoField, Integer> found = new EnumMap<>(ChronoField.class);
    Matcher part = PART.matcher(format);
    int at = 0;
    while (part.find()) {
      ChronoField field = FIELDS.get(part.group());
      String expected = field == null ? literal(part) : "";
      int end = at + (field == null ? expected.length() : part.group().length());
      if (end > text.length()) {
        return Optional.empty();
      }
      String piece = text.substring(at, end);
      if (field == null ? !piece.equals(expected) : !isDigits(piece)) {
        return Optional.empty();
      }
      if (field != null) {
        found.put(field, Integer.parseInt(piece));
      }
      at = end;
    }
    return at == text.length() ? moment(found) : Optional.empty();
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
  }

  private static Optional<LocalDateTime> moment(Map<ChronoField, Integer> found) {
    if (found.getOrDefault(ChronoField.YEAR, 1) < 1) {
      return Optional.empty();
    }
    try {
      int fraction =
          found.getOrDefault(ChronoField.MICRO_OF_SECOND, 0)
              + found.getOrDefault(ChronoField.MILLI_OF_SECOND, 0) * 1000;
      return Optional.of(
          LocalDateTime.of(
              part(found, ChronoField.YEAR),
              part(found, ChronoField.MONTH_OF_YEAR),
              part(found, ChronoField.DAY_OF_MONTH),
              part(found, ChronoField.HOUR_OF_DAY),
              part(found, ChronoField.MINUTE_OF_HOUR),
              part(found, ChronoField.SECOND_OF_MINUTE),
              fraction * 1000));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int part(Map<ChronoField, Integer> found, ChronoField field) {
    return found.getOrDefault(field, UNLESS_SAID.get(field));
  }
}

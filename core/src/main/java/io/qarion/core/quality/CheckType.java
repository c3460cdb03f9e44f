package io.qarion.core.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of check by the word that files have for them, with what each can be told. */
public enum CheckType {
  COMPLETENESS(true, "No column is NULL.", "empty_is_null"),
  UNIQUENESS(true, "No other row has the same values."),
  ALLOWED_VALUES(true, "Only certain values occur.", "values", "dataset_id", "column", "columns"),
  PATTERN(true, "The text fits a pattern.", "regex", "full_match"),
  RANGE(true, "The value lies between two others.", "min", "max", "inclusive"),
  LENGTH(true, "The text is neither too short nor too long.", "min", "max"),
  TYPE(true, "The text can become a value of a type.", "schema_type"),
  EXPRESSION(true, "An expression is true.", "expression"),
  REFERENTIAL(true, "Another dataset has the same values.", "dataset_id", "columns", "column"),
  ROW_COUNT(false, "There are neither too few nor too many rows.", "min", "max"),
  ROW_COUNT_CHANGE(false, "The number of rows is near that of the batch before.", "max_ratio"),
  FRESHNESS(false, "The newest row is new enough.", "column", "max_age"),
  STATISTIC(false, "A figure of a column lies between two values.", "statistic", "min", "max"),
  SCHEMA(false, "The columns are those expected.", "columns", "exact"),
  CUSTOM_SQL(false, "A SELECT of the bad rows gives none.", "query");

  private final boolean rowLevel;
  private final String help;
  private final String keys;

  CheckType(boolean rowLevel, String help, String... keys) {
    this.rowLevel = rowLevel;
    this.help = help;
    this.keys = String.join(",", rowLevel ? withThreshold(keys) : keys);
  }

  /** The value of {@code check_type}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says of each row by itself whether it is good. */
  public boolean isRowLevel() {
    return rowLevel;
  }

  /** What holds where it passes, in a sentence. */
  public String help() {
    return help;
  }

  /** What may stand in its {@code config}. */
  public List<String> keys() {
    return keys.isEmpty() ? List.of() : List.of(keys.split(",", -1));
  }

  private static String[] withThreshold(String... keys) {
    return Stream.concat(Stream.of("threshold"), Arrays.stream(keys)).toArray(String[]::new);
  }

  /** The kind with this word; empty if there is none. */
  public static Optional<CheckType> parse(String text) {
    return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
  }

  /** The words of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(CheckType::text).toList();
  }

  /** The words of those that look at single rows. */
  public static List<String> rowLevelWords() {
    return Arrays.stream(values()).filter(CheckType::isRowLevel).map(CheckType::text).toList();
  }
}

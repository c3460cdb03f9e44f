package io.qarion.core.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a TOML file says, without where and how it is written; also what an edit writes. */
public sealed interface TomlValue {

  /** A string. */
  record Text(String value) implements TomlValue {}

  /** An integer. */
  record Whole(long value) implements TomlValue {}

  /** A floating-point number, infinite and NaN included. */
  record Real(double value) implements TomlValue {}

  /** A boolean. */
  record Flag(boolean value) implements TomlValue {}

  /** A date and time with an offset. */
  record OffsetTimestamp(OffsetDateTime value) implements TomlValue {}

  /** A date and time of no zone. */
  record Timestamp(LocalDateTime value) implements TomlValue {}

  /** A date. */
  record Date(LocalDate value) implements TomlValue {}

  /** A time of day. */
  record Time(LocalTime value) implements TomlValue {}

  /** An array. If all its elements are tables that are not inline, it is written by headers. */
  record Items(List<TomlValue> values) implements TomlValue {

    public Items {
      values = List.copyOf(values);
    }

    boolean byHeaders() {
      return !values.isEmpty() && values.stream().allMatch(v -> v instanceof Table t && !t.inline);
    }
  }

  /**
   * A table, in the order of its keys.
   *
   * @param inline whether a new one is written as {@code { a = 1 }} rather than under a header; no
   *     part of what is said, so equality leaves it out
   */
  record Table(Map<String, TomlValue> entries, boolean inline) implements TomlValue {

    public Table {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Table(Map<String, TomlValue> entries) {
      this(entries, false);
    }

    /** The same, to be written between braces. */
    public Table inlined() {
      return new Table(entries, true);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Table table && entries.equals(table.entries);
    }

    @Override
    public int hashCode() {
      return Objects.hash(entries);
    }
  }

  static TomlValue of(String value) {
    return new Text(value);
  }

  static TomlValue of(long value) {
    return new Whole(value);
  }

  static TomlValue of(double value) {
    return new Real(value);
  }

  static TomlValue of(boolean value) {
    return new Flag(value);
  }

  static Items of(List<? extends TomlValue> values) {
    return new Items(List.copyOf(values));
  }

  /** An array of strings. */
  static Items ofStrings(List<String> values) {
    return of(values.stream().map(Text::new).toList());
  }

  /** A table that is written under a header where that is possible. */
  static Table of(Map<String, TomlValue> entries) {
    return new Table(entries);
  }
}

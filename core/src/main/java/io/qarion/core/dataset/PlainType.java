package io.qarion.core.dataset;

import java.util.Locale;

/** The types without parameters. */
public enum PlainType implements DataType {
  BOOLEAN,
  /** 64 bits. */
  INTEGER,
  /** IEEE 754, 64 bits. */
  FLOAT,
  STRING,
  DATE,
  TIME,
  /** UTC, microseconds. */
  TIMESTAMP,
  JSON,
  BINARY;

  @Override
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}

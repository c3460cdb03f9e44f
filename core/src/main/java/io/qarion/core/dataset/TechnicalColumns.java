package io.qarion.core.dataset;

import java.util.List;
import java.util.Locale;

/** The columns that the program adds to user rows, and which names are kept for it. */
public final class TechnicalColumns {

  public static final String BATCH_ID = "batch_id";
  public static final String SOURCE_FILE = "xt_source_file";
  public static final String SOURCE_ROW = "xt_source_row";
  public static final String LOADED_AT = "xt_loaded_at";

  /** What a landing table has after the columns of its files, in order. */
  public static final List<Column> LANDING =
      List.of(
          new Column(BATCH_ID, PlainType.INTEGER, true),
          new Column(SOURCE_FILE, PlainType.STRING, true),
          new Column(SOURCE_ROW, PlainType.INTEGER, true),
          new Column(LOADED_AT, PlainType.TIMESTAMP, true));

  private TechnicalColumns() {}

  /** Whether a user's column must not have this name. */
  public static boolean isReserved(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(BATCH_ID) || lower.startsWith("xt_");
  }

  /**
   * The columns that rules and SQL see of a dataset: a user's own, and those of the program only
   * where they are named.
   *
   * @param text that may name them
   */
  public static Schema visible(Schema schema, String text) {
    return new Schema(
        schema.columns().stream()
            .filter(column -> !isReserved(column.name()) || text.contains(column.name()))
            .toList());
  }
}

package io.qarion.plugins.duckdb;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a small result, as text: for looking into things, not for data.
 *
 * @param cells by column; a NULL is left out
 */
public record TextRow(Map<String, String> cells) {

  public TextRow {
    cells = Map.copyOf(cells);
  }

  public Optional<String> text(String column) {
    return Optional.ofNullable(cells.get(column));
  }

  public boolean flag(String column) {
    return text(column).map(Boolean::parseBoolean).orElse(false);
  }

  public long number(String column) {
    return text(column).map(Long::parseLong).orElse(0L);
  }
}

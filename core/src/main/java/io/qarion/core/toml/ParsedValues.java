package io.qarion.core.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The plain values that the parser read, by path. */
final class ParsedValues {

  private final TomlTable root;

  ParsedValues(TomlTable root) {
    this.root = root;
  }

  TomlValue at(TomlPath path) {
    Object found = root;
    for (TomlPath.Step step : path.steps()) {
      found = below(found, step);
    }
    return plain(found, path);
  }

  private static Object below(Object parent, TomlPath.Step step) {
    Object found =
        switch (step) {
          case TomlPath.Key(String name) when parent instanceof TomlTable table ->
              table.get(List.of(name));
          case TomlPath.Index(int position) when parent instanceof TomlArray array ->
              array.get(position);
          case TomlPath.Key _, TomlPath.Index _ -> null;
        };
    if (found == null) {
      throw new IllegalStateException("scanner and parser differ at " + step);
    }
    return found;
  }

  private static TomlValue plain(Object value, TomlPath path) {
    return switch (value) {
      case String text -> new TomlValue.Text(text);
      case Long number -> new TomlValue.Whole(number);
      case Double number -> new TomlValue.Real(number);
      case Boolean flag -> new TomlValue.Flag(flag);
      case OffsetDateTime time -> new TomlValue.OffsetTimestamp(time);
      case LocalDateTime time -> new TomlValue.Timestamp(time);
      case LocalDate date -> new TomlValue.Date(date);
      case LocalTime time -> new TomlValue.Time(time);
      default -> throw new IllegalStateException("scanner and parser differ at " + path);
    };
  }
}

package io.qarion.plugins.files.common;

/** Turns date formats as people write them, {@code dd.MM.yyyy}, into those of DuckDB. */
public final class DateFormats {

  private static final String[][] PARTS = {
    {"yyyy", "%Y"},
    {"SSSSSS", "%f"},
    {"SSS", "%g"},
    {"MMMM", "%B"},
    {"MMM", "%b"},
    {"yy", "%y"},
    {"MM", "%m"},
    {"M", "%-m"},
    {"dd", "%d"},
    {"d", "%-d"},
    {"HH", "%H"},
    {"H", "%-H"},
    {"hh", "%I"},
    {"h", "%-I"},
    {"mm", "%M"},
    {"ss", "%S"},
    {"a", "%p"},
    {"XXX", "%z"},
    {"Z", "%z"},
    {"'T'", "T"},
    {"'Z'", "Z"},
  };

  private DateFormats() {}

  /** A format with {@code %} in it is taken as it is. */
  public static String toDuckDb(String format) {
    if (format.contains("%")) {
      return format;
    }
    var result = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      int length = 0;
      for (String[] part : PARTS) {
        if (length == 0 && format.startsWith(part[0], at)) {
          result.append(part[1]);
          length = part[0].length();
        }
      }
      if (length == 0) {
        result.append(format.charAt(at));
        length = 1;
      }
      at += length;
    }
    return result.toString();
  }
}

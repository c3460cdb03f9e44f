package io.qarion.core.toml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Makes texts in every spelling TOML has, and values and edits to go with them. */
final class RandomToml {

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int names;

  RandomToml(long seed) {
    random = new Random(seed);
  }

  Random random() {
    return random;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String newName() {
    names++;
    return pick(List.of("k", "long_name-", "spaced name ", "dot.ted", "é", "q\"uote", "")) + names;
  }

  /** Not always valid: the caller takes the next. */
  String document() {
    text.setLength(0);
    names = 0;
    trivia();
    keys("");
    var headers = new ArrayList<String>();
    for (int i = random.nextInt(6); i > 0; i--) {
      section(headers);
    }
    if (random.nextInt(4) == 0) {
      text.append("\n# the end\n");
    }
    String made = random.nextInt(5) == 0 ? text.toString().stripTrailing() : text.toString();
    return random.nextInt(3) == 0 ? made.replace("\n", "\r\n") : made;
  }

  private void section(List<String> headers) {
    String name = spelledKey();
    if (!headers.isEmpty() && random.nextInt(3) > 0) {
      String parent = pick(headers);
      int dot = parent.lastIndexOf('.');
      boolean up = random.nextInt(5) == 0 && dot > 0 && parent.indexOf('"') < 0;
      boolean again = random.nextInt(3) == 0;
      name = again ? parent : up ? parent.substring(0, dot) : parent + "." + name;
    } else if (random.nextInt(3) == 0) {
      name += "." + spelledKey();
    }
    headers.add(name);
    text.append(random.nextInt(4) == 0 ? "" : "\n");
    trivia();
    boolean array = random.nextInt(2) == 0;
    int times = array ? 1 + random.nextInt(3) : 1;
    for (int i = 0; i < times; i++) {
      String indent = pick(List.of("", "", "  "));
      text.append(indent).append(array ? "[[" : "[").append(name).append(array ? "]]" : "]");
      text.append(comment()).append('\n');
      keys(indent);
      if (random.nextInt(4) == 0) {
        line(indent + "by.dots");
        text.append('[').append(name).append(".by.header]\n");
        keys(indent);
      }
      if (array && random.nextInt(3) == 0) {
        text.append(indent).append('[').append(name).append(".sub]\n");
        keys(indent);
      }
    }
  }

  private void keys(String indent) {
    for (int i = random.nextInt(4); i > 0; i--) {
      trivia();
      if (random.nextInt(4) == 0) {
        String prefix = spelledKey() + pick(List.of(".", " . ")) + spelledKey();
        for (int k = random.nextInt(3); k >= 0; k--) {
          line(indent + prefix + "." + spelledKey());
        }
      } else {
        line(indent + spelledKey());
      }
    }
  }

  private void line(String key) {
    text.append(key).append(pick(List.of(" = ", "=", "  =  "))).append(value(0, true));
    text.append(comment()).append('\n');
  }

  private String spelledKey() {
    String name = newName();
    return random.nextInt(4) == 0 && name.indexOf('"') < 0 ? "'" + name + "'" : KeyText.of(name);
  }

  private String comment() {
    return random.nextInt(5) == 0 ? " # why, [because] \"" + names + "\"" : "";
  }

  private void trivia() {
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      text.append(random.nextBoolean() ? "\n" : "# note " + names + "\n");
    }
  }

  private String value(int depth, boolean lines) {
    int kind = random.nextInt(depth > 2 ? 7 : 11);
    return switch (kind) {
      case 0 -> String.valueOf(random.nextInt(1000));
      case 1 -> pick(List.of("1.5", "-0.0", "inf", "1e6", "0xff", "1_000"));
      case 2 -> pick(List.of("true", "false"));
      case 3 ->
          pick(List.of("1979-05-27 07:32:00", "1979-05-27", "07:32:01", "2020-01-01T00:00:00Z"));
      case 4 -> pick(List.of("'lit # [x]'", "\"b\\\"as,ic\\u00e9\"", "\"\"", "\"a = 1\""));
      case 5 ->
          lines ? pick(List.of("\"\"\"\none\n  two\\\n  three\"\"\"\"", "'''\n[x]\n#'''")) : "7";
      case 6 -> "\"" + names + "\"";
      case 7, 8 -> array(depth, lines);
      default -> braces(depth);
    };
  }

  private String array(int depth, boolean lines) {
    var items = new ArrayList<String>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(value(depth + 1, lines));
    }
    if (!lines || items.isEmpty() || random.nextBoolean()) {
      String trailing = !items.isEmpty() && random.nextInt(5) == 0 ? ", " : "";
      return "["
          + pad()
          + String.join(pick(List.of(", ", ",", " , ")), items)
          + trailing
          + pad()
          + "]";
    }
    return longArray(items);
  }

  private String longArray(List<String> items) {
    var array = new StringBuilder("[").append(comment()).append('\n');
    for (int i = 0; i < items.size(); i++) {
      array.append(random.nextInt(4) == 0 ? "  # about " + i + "\n" : "");
      boolean last = i == items.size() - 1;
      boolean comma = !last || random.nextBoolean();
      array.append("  ").append(items.get(i)).append(comma ? "," : "").append(comment());
      array.append(!last && random.nextInt(4) == 0 && array.indexOf("#") < 0 ? " " : "\n");
    }
    return array.append(random.nextInt(5) == 0 ? "  # done\n" : "").append(']').toString();
  }

  private String braces(int depth) {
    var pairs = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = spelledKey();
      if (random.nextInt(3) == 0) {
        pairs.add(key + "." + spelledKey() + " = " + value(depth + 1, false));
        pairs.add(key + "." + spelledKey() + " = " + value(depth + 1, false));
      } else {
        pairs.add(key + " = " + value(depth + 1, false));
      }
    }
    String space = pad();
    return "{" + space + String.join(", ", pairs) + space + "}";
  }

  private String pad() {
    return pick(List.of("", " "));
  }

  TomlValue newValue(int depth) {
    return switch (random.nextInt(depth > 1 ? 7 : 9)) {
      case 0 -> TomlValue.of(random.nextLong());
      case 1 -> TomlValue.of(random.nextGaussian());
      case 2 -> TomlValue.of(random.nextBoolean());
      case 3 -> new TomlValue.Date(LocalDate.of(2026, 1, 1 + random.nextInt(28)));
      case 4 -> new TomlValue.Time(LocalTime.of(random.nextInt(24), 0));
      case 5 -> TomlValue.of(pick(List.of("two\nlines\"\"\"\n", "tab\t'\\", "\u0001\r\n", "")));
      case 6 -> TomlValue.of("text " + random.nextInt(100));
      case 7 -> newItems(depth);
      default -> newTable(depth);
    };
  }

  private TomlValue newItems(int depth) {
    var items = new ArrayList<TomlValue>();
    boolean tables = random.nextBoolean();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(tables ? newTable(depth + 1) : newValue(depth + 1));
    }
    return new TomlValue.Items(items);
  }

  TomlValue.Table newTable(int depth) {
    var entries = new LinkedHashMap<String, TomlValue>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.put(newName(), newValue(depth + 1));
    }
    return new TomlValue.Table(entries, random.nextBoolean());
  }
}

package io.qarion.plugins.rows;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Functions that cut text or fill it at its ends. */
final class TextEnds {

  private TextEnds() {}

  static Map<String, FunctionMaker> all() {
    return Map.of(
        "trim", FunctionMaker.of(values -> trimmed(values, true, true)),
        "ltrim", FunctionMaker.of(values -> trimmed(values, true, false)),
        "rtrim", FunctionMaker.of(values -> trimmed(values, false, true)),
        "substr", FunctionMaker.of(TextEnds::part),
        "left",
            FunctionMaker.of(values -> TextFunctions.between(values.text(0), 0, values.integer(1))),
        "right", FunctionMaker.of(TextEnds::right),
        "lpad", FunctionMaker.of(values -> padded(values, true)),
        "rpad", FunctionMaker.of(values -> padded(values, false)));
  }

  private static Object trimmed(Arguments values, boolean atStart, boolean atEnd) {
    int[] text = values.text(0).codePoints().toArray();
    Set<Integer> gone =
        (values.size() > 1 ? values.text(1) : " ").codePoints().boxed().collect(Collectors.toSet());
    int from = 0;
    int to = text.length;
    while (atStart && from < to && gone.contains(text[from])) {
      from++;
    }
    while (atEnd && to > from && gone.contains(text[to - 1])) {
      to--;
    }
    return new String(text, from, to - from);
  }

  private static Object part(Arguments values) {
    String text = values.text(0);
    long start = values.integer(1);
    long first = start == Long.MIN_VALUE ? start : start - 1;
    if (values.size() == 2) {
      return TextFunctions.between(text, first, text.length());
    }
    long length = Math.max(0, values.integer(2));
    long end = first > Long.MAX_VALUE - length ? Long.MAX_VALUE : first + length;
    return TextFunctions.between(text, first, end);
  }

  private static Object right(Arguments values) {
    String text = values.text(0);
    int length = text.codePointCount(0, text.length());
    return TextFunctions.between(
        text, length - (long) TextFunctions.count(values.integer(1)), length);
  }

  private static Object padded(Arguments values, boolean atStart) {
    String text = values.text(0);
    int wanted = TextFunctions.count(values.integer(1));
    int missing = wanted - text.codePointCount(0, text.length());
    String fill = values.size() > 2 ? values.text(2) : " ";
    if (missing <= 0 || fill.isEmpty()) {
      return TextFunctions.between(text, 0, wanted);
    }
    int times = missing / fill.codePointCount(0, fill.length()) + 1;
    String filling = TextFunctions.between(fill.repeat(times), 0, missing);
    return atStart ? filling + text : text + filling;
  }
}

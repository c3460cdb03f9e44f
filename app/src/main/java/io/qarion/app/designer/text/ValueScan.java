package io.qarion.app.designer.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Walks through a value sign by sign, whether it is finished or not. */
final class ValueScan {

  private final String text;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int at;
  private int itemFrom;
  private String quote = "";
  private int textFrom;
  private boolean comment;

  private ValueScan(String text, int from) {
    this.text = text;
    this.at = from;
    this.itemFrom = from;
  }

  /** A list or an inline table that is open. */
  private static final class Frame {
    private final boolean table;
    private String key = "";
    private int place;

    private Frame(boolean table) {
      this.table = table;
    }
  }

  /** Where a value ends: at the end of its line, or of the last line of a list. */
  static int end(String text, int from) {
    var scan = new ValueScan(text, from);
    while (scan.at < text.length() && !scan.isAtEnd()) {
      scan.step();
    }
    return Math.min(scan.at, text.length());
  }

  /** Where a caret stands in a value that begins before it. */
  static ValueCursor cursor(String text, int from, int caret) {
    var scan = new ValueScan(text.substring(0, caret), from);
    while (scan.at < caret) {
      scan.step();
    }
    return scan.cursor();
  }

  private ValueCursor cursor() {
    var path = new ArrayList<String>();
    frames
        .descendingIterator()
        .forEachRemaining(frame -> {
          if (!frame.key.isEmpty()) {
            path.add(frame.key);
          }
        });
    Frame inner = frames.peek();
    boolean key = inner != null && inner.table && inner.key.isEmpty();
    int from = quote.isEmpty() ? Words.start(text, text.length()) : textFrom;
    int opened = quote.isEmpty() ? Math.max(itemFrom, from) : textFrom - quote.length();
    boolean free = !comment && text.substring(itemFrom, Math.max(itemFrom, opened)).isBlank();
    int place = inner == null ? 0 : inner.place;
    return new ValueCursor(path, place, quote, Math.max(itemFrom, from), key, free);
  }

  /** A line ends the value, unless something is open that the next line goes on with. */
  private boolean isAtEnd() {
    return text.charAt(at) == '\n'
        && quote.length() < 3
        && (frames.isEmpty() || TomlOutline.beginsAnew(text, at + 1, frames.peek().table));
  }

  private void step() {
    char sign = text.charAt(at);
    if (comment) {
      comment = sign != '\n';
      at++;
    } else if (quote.isEmpty()) {
      outside(sign);
    } else {
      inside(sign);
    }
  }

  private void inside(char sign) {
    if (text.startsWith(quote, at)) {
      at += quote.length();
      quote = "";
    } else if (sign == '\n' && quote.length() == 1) {
      quote = "";
      at++;
    } else {
      at = Math.min(text.length(), at + (sign == '\\' && quote.startsWith("\"") ? 2 : 1));
    }
  }

  private void outside(char sign) {
    switch (sign) {
      case '"', '\'' -> open(sign);
      case '[', '{' -> {
        frames.push(new Frame(sign == '{'));
        itemFrom = at + 1;
      }
      case ']', '}' -> frames.poll();
      case ',' -> next();
      case '=' -> name();
      case '#' -> comment = true;
      default -> {}
    }
    at += quote.isEmpty() ? 1 : 0;
  }

  private void open(char sign) {
    String one = String.valueOf(sign);
    quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
    at += quote.length();
    textFrom = at;
  }

  private void next() {
    itemFrom = at + 1;
    Frame inner = frames.peek();
    if (inner != null) {
      inner.place++;
      inner.key = "";
    }
  }

  private void name() {
    Frame inner = frames.peek();
    if (inner != null && inner.table) {
      inner.key = Words.unquoted(text.substring(itemFrom, at));
      itemFrom = at + 1;
    }
  }

  /** The texts of a value, such as the names in a list. */
  static List<String> texts(String value) {
    var scan = new ValueScan(value, 0);
    var texts = new ArrayList<String>();
    while (scan.at < value.length()) {
      boolean before = !scan.quote.isEmpty();
      int end = scan.at;
      scan.step();
      if (before && scan.quote.isEmpty()) {
        texts.add(value.substring(scan.textFrom, end));
      }
    }
    return texts;
  }
}

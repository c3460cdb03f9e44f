package io.qarion.app.designer.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text of an SVG file: elements, attributes, and whatever names there are, made harmless. */
public final class SvgWriter {

  private static final Pattern ZEROS = Pattern.compile("\\.?0+$");
  private static final char REPLACEMENT = '\ufffd';

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; values are numbers, texts, or an empty {@code
   *     Optional} for an attribute that is left out
   */
  public SvgWriter begin(String element, Object... attributes) {
    tag(element, attributes);
    text.append(">\n");
    open.push(element);
    return this;
  }

  /** Ends what was begun last. */
  public SvgWriter end() {
    text.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content; attributes as for {@link #begin}. */
  public SvgWriter element(String element, Object... attributes) {
    tag(element, attributes);
    text.append("/>\n");
    return this;
  }

  /** An element with words in it; attributes as for {@link #begin}. */
  public SvgWriter words(String element, String words, Object... attributes) {
    tag(element, attributes);
    text.append('>').append(escaped(words)).append("</").append(element).append(">\n");
    return this;
  }

  /** Takes over all that was written elsewhere. */
  public SvgWriter append(SvgWriter other) {
    text.append(other.text);
    return this;
  }

  private void tag(String element, Object... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i].toString();
      value(attributes[i + 1])
          .ifPresent(value ->
              text.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    }
  }

  private static Optional<String> value(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.flatMap(SvgWriter::value);
      case Number number -> Optional.of(number(number.doubleValue()));
      default -> Optional.of(value.toString());
    };
  }

  /** A number with at most two places after the point, the same in all languages. */
  static String number(double value) {
    return ZEROS.matcher(String.format(Locale.ROOT, "%.2f", value)).replaceFirst("");
  }

  /** Text as XML can hold it: what XML has no characters for becomes the sign for that. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\t', '\n', '\r' -> escaped.append("&#").append(point).append(';');
            default -> escaped.appendCodePoint(isInXml(point) ? point : REPLACEMENT);
          }
        });
    return escaped.toString();
  }

  /** See <a href="https://www.w3.org/TR/xml/#charsets">the characters of XML 1.0</a>. */
  private static boolean isInXml(int point) {
    return (point >= ' ' && point < Character.MIN_SURROGATE)
        || (point > Character.MAX_SURROGATE && point < 0xfffe)
        || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  /** What was written, as a file's text. */
  @Override
  public String toString() {
    return text.toString();
  }
}

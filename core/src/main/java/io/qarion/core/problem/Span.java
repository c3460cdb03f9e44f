package io.qarion.core.problem;

/**
 * A stretch of a text, in UTF-16 offsets.
 *
 * @param start first character
 * @param end one past the last character
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span runs forward from 0: " + start + ".." + end);
    }
  }

  /** From the start of this to the end of {@code last}. */
  public Span to(Span last) {
    return new Span(start, last.end);
  }
}

package io.qarion.core.transform;

/** Keeps the rows with the smallest hash of seed and row text: the same rows on every engine. */
public record SampleRows(Size size, long seed) implements TransformationRule {

  /** How many rows are kept. */
  public sealed interface Size {}

  /** A number of rows. */
  public record Rows(long rows) implements Size {}

  /** A share of the rows, from 0 to 1. */
  public record Fraction(double fraction) implements Size {}

  @Override
  public String operation() {
    return "sample";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    boolean valid =
        switch (size) {
          case Rows(long rows) -> rows >= 0;
          case Fraction(double fraction) -> fraction >= 0 && fraction <= 1;
        };
    if (!valid) {
      scope.report(
          size instanceof Rows ? "rows" : "fraction",
          "sample.size",
          "The size of a sample is out of range.",
          "Write rows of 0 or more, or a fraction from 0 to 1.");
    }
    return input;
  }
}

package io.qarion.core.transform;

/**
 * Replaces every occurrence of a text, or every match of a regular expression.
 *
 * @param with in a regular expression, {@code \1} stands for the first group
 */
public record ReplaceText(String column, String pattern, String with, boolean regex)
    implements TransformationRule {

  @Override
  public String operation() {
    return "replace";
  }

  @Override
  public boolean isRowWise() {
    return true;
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    scope.text(input, column, "column");
    return input;
  }
}

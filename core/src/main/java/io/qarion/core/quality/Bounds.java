package io.qarion.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Between which values something should lie; one of them may be left open. */
public record Bounds(Optional<Object> least, Optional<Object> most, boolean inclusive) {

  /** What has to hold of an expression. */
  String holds(String expression) {
    return String.join(
        " and ", parts(expression + (inclusive ? " >= " : " > "), expression + upper()));
  }

  /** What holds of an expression that lies outside. */
  String broken(String expression) {
    return String.join(
        " or ",
        parts(
            expression + (inclusive ? " < " : " <= "), expression + (inclusive ? " > " : " >= ")));
  }

  /** As people read it. */
  String text() {
    var parts = new ArrayList<String>();
    least.ifPresent(value -> parts.add((inclusive ? ">= " : "> ") + value));
    most.ifPresent(value -> parts.add((inclusive ? "<= " : "< ") + value));
    return String.join(" and ", parts);
  }

  private String upper() {
    return inclusive ? " <= " : " < ";
  }

  private List<String> parts(String lower, String upper) {
    var parts = new ArrayList<String>();
    least.ifPresent(value -> parts.add(lower + CheckLiterals.of(value)));
    most.ifPresent(value -> parts.add(upper + CheckLiterals.of(value)));
    return parts;
  }
}

package io.qarion.core.expression;

/**
 * What a function takes at one place.
 *
 * @param type as in the catalog: a plain type, {@code any}, {@code key}, {@code number}, {@code
 *     exact}, {@code moment}, {@code ordered} or {@code T}
 * @param constant whether the value has to be written out, since engines need to know it early
 * @param repeated whether any number of values may follow
 */
public record FunctionParameter(
    String name, String type, boolean constant, boolean optional, boolean repeated) {

  /** Reads {@code name [constant] type[?|...]}. */
  static FunctionParameter parse(String text) {
    String rest = text.strip();
    boolean optional = rest.endsWith("?");
    boolean repeated = rest.endsWith("...");
    rest = rest.substring(0, rest.length() - (optional ? 1 : repeated ? 3 : 0));
    String name = rest.substring(0, rest.indexOf(' '));
    String type = rest.substring(rest.lastIndexOf(' ') + 1);
    return new FunctionParameter(name, type, rest.contains(" constant "), optional, repeated);
  }

  /** As in a signature. */
  String text() {
    String written = name + (constant ? " constant " : " ") + type;
    return optional ? "[" + written + "]" : written + (repeated ? ", ..." : "");
  }
}

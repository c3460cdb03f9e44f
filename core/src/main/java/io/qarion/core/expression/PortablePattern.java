package io.qarion.core.expression;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which regular expressions mean the same on every engine. */
final class PortablePattern {

  private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?(?:[=!>]|<[=!])");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?(?!:|i\\)|[=!><])");
  private static final Pattern NAMED = Pattern.compile("\\(\\?<[^=!]");
  private static final Pattern POSSESSIVE = Pattern.compile("[*+?}]\\+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[1-9kGZzAQEXRhHvVNpP])");
  private static final Pattern SET_ALGEBRA = Pattern.compile("&&|\\[[^\\]\\\\]*\\[(?!:)");

  private PortablePattern() {}

  /** Why a pattern cannot be used; empty if it can. */
  static Optional<String> problem(String pattern) {
    String bare = pattern.replace("\\\\", "");
    if (LOOK_AROUND.matcher(bare).find()) {
      return Optional.of("Patterns cannot look around.");
    }
    if (FLAGS.matcher(bare).find() || NAMED.matcher(bare).find()) {
      return Optional.of("Groups have no names, and (?i) is the only flag.");
    }
    if (POSSESSIVE.matcher(bare.replace("\\+", "").replace("\\?", "").replace("\\*", "")).find()) {
      return Optional.of("A repetition is followed by another one.");
    }
    if (ESCAPE.matcher(bare).find()) {
      return Optional.of("Not every engine knows this escape.");
    }
    if (SET_ALGEBRA.matcher(bare).find()) {
      return Optional.of("Sets of characters cannot be nested.");
    }
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("This is no pattern: " + e.getDescription() + ".");
    }
  }
}

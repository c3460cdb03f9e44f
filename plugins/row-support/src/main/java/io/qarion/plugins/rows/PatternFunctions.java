package io.qarion.plugins.rows;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of patterns: {@code LIKE}, and the regular expressions that all engines share. */
final class PatternFunctions {

  private static final int FLAGS = Pattern.UNIX_LINES | Pattern.UNICODE_CASE;

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();
  private static final int MOST_KEPT = 1000;

  private PatternFunctions() {}

  static Map<String, FunctionMaker> all() {
    return Map.of(
        "regexp_matches",
            FunctionMaker.of(values -> pattern(values.text(1)).matcher(values.text(0)).find()),
        "regexp_replace", FunctionMaker.of(PatternFunctions::replaced),
        "regexp_extract", FunctionMaker.of(PatternFunctions::extracted),
        "like", FunctionMaker.of(values -> isLike(values, false)),
        "ilike", FunctionMaker.of(values -> isLike(values, true)));
  }

  private static Pattern pattern(String text) {
    return kept(text, () -> Pattern.compile(veryEnd(text), FLAGS));
  }

  private static Pattern kept(String key, Supplier<Pattern> maker) {
    if (COMPILED.size() > MOST_KEPT) {
      COMPILED.clear();
    }
    return COMPILED.computeIfAbsent(key, _ -> maker.get());
  }

  /** The pattern with {@code $} for the very end only, where Java also means before a last \n. */
  private static String veryEnd(String pattern) {
    var result = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      if (sign == '\\' && i + 1 < pattern.length()) {
        result.append(sign).append(pattern.charAt(++i));
      } else if (sign == '$' && !inSet) {
        result.append("\\z");
      } else {
        boolean isFirst = inSet && (result.charAt(result.length() - 1) == '[');
        inSet = sign == '[' || (inSet && (sign != ']' || isFirst));
        result.append(sign);
      }
    }
    return result.toString();
  }

  private static Object replaced(Arguments values) {
    Matcher matcher = pattern(values.text(1)).matcher(values.text(0));
    String with = values.text(2);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(filled(with, found)));
  }

  /** The replacement with the groups it names; only a backslash before 1 to 9 names one. */
  private static String filled(String replacement, MatchResult found) {
    var result = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char sign = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
      if (sign == '\\' && next >= '1' && next <= '9') {
        int group = next - '0';
        if (group > found.groupCount()) {
          throw Refusal.of("The pattern has no group %d.".formatted(group));
        }
        result.append(Objects.requireNonNullElse(found.group(group), ""));
        i++;
      } else {
        result.append(sign);
      }
    }
    return result.toString();
  }

  private static @Nullable Object extracted(Arguments values) {
    Matcher matcher = pattern(values.text(1)).matcher(values.text(0));
    int group = values.size() > 2 ? (int) values.integer(2) : 0;
    if (!matcher.find()) {
      return null;
    }
    if (group > matcher.groupCount()) {
      throw Refusal.of("The pattern has no group %d.".formatted(group));
    }
    return Objects.requireNonNullElse(matcher.group(group), "");
  }

  private static Object isLike(Arguments values, boolean ignoreCase) {
    String like = values.text(1);
    Pattern pattern = kept((ignoreCase ? "ilike " : "like ") + like, () -> like(like, ignoreCase));
    return pattern.matcher(values.text(0)).matches();
  }

  private static Pattern like(String like, boolean ignoreCase) {
    var pattern = new StringBuilder();
    like.codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '%' -> pattern.append(".*");
            case '_' -> pattern.append('.');
            default -> pattern.append(Pattern.quote(Character.toString(sign)));
          }
        });
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    return Pattern.compile(pattern.toString(), flags);
  }
}

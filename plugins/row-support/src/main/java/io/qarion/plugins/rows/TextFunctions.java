package io.qarion.plugins.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of text; characters are code points. */
final class TextFunctions {

  private TextFunctions() {}

  static Map<String, FunctionMaker> all() {
    Map<String, FunctionMaker> all = new HashMap<>();
    put(all, "length", values -> (long) values.text(0).codePointCount(0, values.text(0).length()));
    put(
        all,
        "byte_length",
        values -> (long) values.text(0).getBytes(StandardCharsets.UTF_8).length);
    put(all, "lower", values -> mapped(values.text(0), Character::toLowerCase));
    put(all, "upper", values -> mapped(values.text(0), Character::toUpperCase));
    put(all, "replace", TextFunctions::replaced);
    put(all, "translate", TextFunctions::translated);
    put(all, "split_part", TextFunctions::part);
    put(all, "strpos", TextFunctions::position);
    put(all, "starts_with", values -> values.text(0).startsWith(values.text(1)));
    put(all, "ends_with", values -> values.text(0).endsWith(values.text(1)));
    put(all, "contains", values -> values.text(0).contains(values.text(1)));
    put(all, "repeat", values -> values.text(0).repeat(count(values.integer(1))));
    put(all, "reverse", values -> reversed(values.text(0)));
    put(all, "unicode", TextFunctions::firstCodePoint);
    put(all, "chr", TextFunctions::character);
    put(all, "md5", values -> digest("MD5", values.text(0)));
    put(all, "sha256", values -> digest("SHA-256", values.text(0)));
    put(all, "to_hex", values -> Long.toHexString(values.integer(0)));
    all.putAll(TextEnds.all());
    all.put("concat", (_, _) -> TextFunctions::joined);
    all.put("concat_ws", (_, _) -> TextFunctions::joinedWith);
    all.put("||", FunctionMaker.of(values -> values.text(0) + values.text(1)));
    return all;
  }

  private static void put(
      Map<String, FunctionMaker> all, String name, FunctionMaker.Values function) {
    all.put(name, FunctionMaker.of(function));
  }

  /** A number of characters or times, which no text can go beyond. */
  static int count(long number) {
    return Math.clamp(number, 0, Integer.MAX_VALUE);
  }

  /** The characters between two positions from 0, as far as there are such. */
  static String between(String text, long from, long to) {
    int length = text.codePointCount(0, text.length());
    int start = Math.clamp(from, 0, length);
    int end = Math.clamp(to, start, length);
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static String mapped(String text, IntUnaryOperator change) {
    return text.codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Object replaced(Arguments values) {
    return values.text(1).isEmpty()
        ? values.text(0)
        : values.text(0).replace(values.text(1), values.text(2));
  }

  private static Object translated(Arguments values) {
    int[] from = values.text(1).codePoints().toArray();
    int[] to = values.text(2).codePoints().toArray();
    Map<Integer, Integer> becomes = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      becomes.putIfAbsent(from[i], i < to.length ? to[i] : -1);
    }
    var result = new StringBuilder();
    values
        .text(0)
        .codePoints()
        .map(sign -> becomes.getOrDefault(sign, sign))
        .filter(sign -> sign >= 0)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static Object part(Arguments values) {
    String text = values.text(0);
    String delimiter = values.text(1);
    long index = values.integer(2);
    if (delimiter.isEmpty()) {
      return index == 1 ? text : "";
    }
    int from = 0;
    for (long part = 1; part < index && from >= 0; part++) {
      int end = text.indexOf(delimiter, from);
      from = end < 0 ? -1 : end + delimiter.length();
    }
    if (index < 1 || from < 0) {
      return "";
    }
    int end = text.indexOf(delimiter, from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  private static Object position(Arguments values) {
    int found = values.text(0).indexOf(values.text(1));
    return found < 0 ? 0L : values.text(0).codePointCount(0, found) + 1L;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static @Nullable Object firstCodePoint(Arguments values) {
    String text = values.text(0);
    return text.isEmpty() ? null : (Object) (long) text.codePointAt(0);
  }

  private static Object character(Arguments values) {
    long code = values.integer(0);
    boolean isHalf = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    if (code < 1 || code > Character.MAX_CODE_POINT || isHalf) {
      throw Refusal.of("%d is no code point of a character.".formatted(code));
    }
    return Character.toString((int) code);
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static Object joined(@Nullable Object... arguments) {
    var result = new StringBuilder();
    for (Object argument : arguments) {
      result.append(argument == null ? "" : argument);
    }
    return result.toString();
  }

  private static @Nullable Object joinedWith(@Nullable Object... arguments) {
    if (arguments[0] == null) {
      return null;
    }
    return Arrays.stream(arguments)
        .skip(1)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(arguments[0].toString()));
  }
}

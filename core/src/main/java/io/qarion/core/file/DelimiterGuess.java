package io.qarion.core.file;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the lines of a text would be if a sign parted their fields.
 *
 * @param delimiter the sign
 * @param columns how many fields most lines have then
 * @param share of the lines that have so many, from 0 to 1
 */
public record DelimiterGuess(String delimiter, int columns, double share) {

  private static final List<String> SIGNS = List.of(",", ";", "\t", "|", ":", "~", "^", " ");
  private static final double HALF = 0.5;

  /** The signs that would part at least half of the lines alike, the most regular first. */
  public static List<DelimiterGuess> of(List<String> lines) {
    List<String> full = lines.stream().filter(line -> !line.isBlank()).toList();
    return SIGNS.stream()
        .flatMap(sign -> of(full, sign))
        .sorted(
            Comparator.comparingDouble(DelimiterGuess::share)
                .reversed()
                .thenComparing(Comparator.comparingInt(DelimiterGuess::columns).reversed()))
        .toList();
  }

  private static Stream<DelimiterGuess> of(List<String> lines, String sign) {
    Map<Integer, Long> counts =
        lines.stream()
            .map(line -> fields(line, sign.charAt(0)))
            .filter(fields -> fields > 1)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(most ->
            new DelimiterGuess(sign, most.getKey(), (double) most.getValue() / lines.size()))
        .filter(guess -> guess.share() >= HALF)
        .stream();
  }

  /** Signs inside double quotes part nothing. */
  private static int fields(String line, char sign) {
    int fields = 1;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      if (each == '"') {
        inside = !inside;
      } else if (each == sign && !inside) {
        fields++;
      }
    }
    return fields;
  }
}

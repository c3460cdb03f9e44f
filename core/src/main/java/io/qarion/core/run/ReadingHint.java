package io.qarion.core.run;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.BadRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An option of the reader that would make bad values good, as far as their look says.
 *
 * @param option its name
 * @param value a text, or a list of texts
 * @param records that would be good then
 */
public record ReadingHint(String option, Object value, int records) {

  private static final Set<String> NO_VALUE =
      Set.of(
          "na", "n/a", "#n/a", "null", "none", "nil", "nan", "-", "--", "?", "unknown", "missing");
  private static final Predicate<String> COMMA_DECIMAL =
      Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+),[0-9]+").asMatchPredicate();
  private static final Predicate<String> POINT_GROUPS =
      Pattern.compile("[+-]?[0-9]{1,3}([.][0-9]{3})+(,[0-9]+)?").asMatchPredicate();
  private static final Predicate<String> COMMA_GROUPS =
      Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?").asMatchPredicate();
  private static final Map<String, String> DATES = dates();

  private static Map<String, String> dates() {
    Map<String, String> formats = new LinkedHashMap<>();
    formats.put("dd.MM.yyyy", "(0[1-9]|[12][0-9]|3[01])[.](0[1-9]|1[0-2])[.][0-9]{4}");
    formats.put("dd/MM/yyyy", "(0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/[0-9]{4}");
    formats.put("MM/dd/yyyy", "(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4}");
    formats.put("yyyy/MM/dd", "[0-9]{4}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])");
    formats.put("yyyyMMdd", "[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    return formats;
  }

  /**
   * What would help, the most helpful first.
   *
   * @param columns as they are read
   * @param options that the reader has
   */
  public static List<ReadingHint> of(List<BadRecord> bad, Schema columns, Set<String> options) {
    var hints = new ArrayList<ReadingHint>();
    List<String> words =
        bad.stream()
            .filter(record -> !record.column().isEmpty())
            .map(record -> record.text().strip())
            .filter(text -> NO_VALUE.contains(text.toLowerCase(Locale.ROOT)))
            .toList();
    if (!words.isEmpty()) {
      var values = new ArrayList<>(List.of(""));
      values.addAll(new TreeSet<>(words));
      hints.add(new ReadingHint("null_values", List.copyOf(values), words.size()));
    }
    List<String> numbers = texts(bad, columns, DataType::isNumeric);
    add(hints, "decimal", ",", numbers, COMMA_DECIMAL);
    add(hints, "thousands", ".", numbers, POINT_GROUPS);
    add(hints, "thousands", ",", numbers, COMMA_GROUPS);
    List<String> dates = texts(bad, columns, type -> type == PlainType.DATE);
    DATES.forEach((format, pattern) ->
        add(hints, "date_format", format, dates, Pattern.compile(pattern).asMatchPredicate()));
    return hints.stream()
        .filter(hint -> options.contains(hint.option()))
        .filter(hint -> isBest(hint, hints))
        .sorted((a, b) -> Integer.compare(b.records(), a.records()))
        .toList();
  }

  /** Of several values for one option only that is offered which helps most. */
  private static boolean isBest(ReadingHint hint, List<ReadingHint> all) {
    return all.stream()
        .filter(other -> other.option().equals(hint.option()))
        .max((a, b) -> Integer.compare(a.records(), b.records()))
        .filter(hint::equals)
        .isPresent();
  }

  private static void add(
      List<ReadingHint> hints,
      String option,
      String value,
      List<String> texts,
      Predicate<String> fits) {
    long count = texts.stream().filter(fits).count();
    if (count > 0) {
      hints.add(new ReadingHint(option, value, Math.toIntExact(count)));
    }
  }

  private static List<String> texts(
      List<BadRecord> bad, Schema columns, Predicate<DataType> wanted) {
    return bad.stream()
        .filter(record ->
            columns.find(record.column()).filter(column -> wanted.test(column.type())).isPresent())
        .map(record -> record.text().strip())
        .toList();
  }
}

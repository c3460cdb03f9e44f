package io.qarion.app.designer.i18n;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language says the same, by the same keys and with the same values. */
class LanguagesTest {

  private static final String ENGLISH = "messages.properties";
  private static final String GERMAN = "messages_de.properties";

  /** The place of a value, and whether it is a number or a choice. */
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+(,\\w+)?)");

  @Test
  void germanHasTheKeysOfEnglishAndNoOthers() throws IOException {
    Set<String> english = texts(ENGLISH).keySet();
    Set<String> german = texts(GERMAN).keySet();
    assertThat(without(english, german)).as("missing in German").isEmpty();
    assertThat(without(german, english)).as("in German only").isEmpty();
  }

  @Test
  void germanFillsInTheValuesOfEnglish() throws IOException {
    PropertyResourceBundle english = texts(ENGLISH);
    PropertyResourceBundle german = texts(GERMAN);
    assertThat(english.keySet())
        .allSatisfy(key ->
            assertThat(places(german.getString(key)))
                .as(key)
                .isEqualTo(places(english.getString(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, GERMAN})
  void everyTextWithValuesCanBeFilled(String file) throws IOException {
    PropertyResourceBundle texts = texts(file);
    assertThat(texts.keySet().stream().filter(key -> !places(texts.getString(key)).isEmpty()))
        .isNotEmpty()
        .allSatisfy(key -> {
          String pattern = texts.getString(key);
          // One alone would take the values after it as they are written.
          assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
          for (int number = 0; number <= 2; number++) {
            Object[] values = {number, number, number, number};
            assertThat(new MessageFormat(pattern, Locale.ROOT).format(values))
                .as(key)
                .doesNotContain("{", "}");
          }
        });
  }

  @Test
  void eachLanguageIsItselfWhateverTheSystemSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(save(Locale.ENGLISH)).isEqualTo("Save");
      assertThat(save(Locale.UK)).isEqualTo("Save");
      assertThat(save(Locale.JAPAN)).as("of a language without texts").isEqualTo("Save");
      Locale.setDefault(Locale.US);
      assertThat(save(Locale.GERMAN)).isEqualTo("Speichern");
      assertThat(save(Locale.of("de", "AT"))).isEqualTo("Speichern");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void numbersAreWrittenAsInGerman() {
    var messages = new Messages(Locale.GERMAN);
    var quantities = new Quantities(messages);
    assertThat(quantities.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(quantities.bytes(13_107_200)).isEqualTo("12,5 MiB");
    assertThat(messages.get("profile.share", 0.125)).isEqualTo("12,5 %");
    assertThat(messages.get("preview.rows.all", 1)).isEqualTo("1 Zeile");
    assertThat(messages.get("preview.rows.all", 2_000)).isEqualTo("2.000 Zeilen");
  }

  private static String save(Locale locale) {
    return new Messages(locale).get("action.file.save");
  }

  /** What one file says, with nothing taken from another. */
  private static PropertyResourceBundle texts(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(file))) {
      return new PropertyResourceBundle(in);
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }
}

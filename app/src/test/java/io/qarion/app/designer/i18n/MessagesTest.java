package io.qarion.app.designer.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern KEY = Pattern.compile("messages\\.get\\(\\s*\"([a-z0-9.-]+)\"[,)]");
  private static final Path SOURCES =
      Path.of(System.getProperty("qarion.root"), "app/src/main/java/io/qarion/app/designer");
  private final Messages messages = new Messages(Locale.ENGLISH);

  @Test
  void everyTextThatTheSourcesNameIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          if (messages.find(matcher.group(1)).isEmpty()) {
            missing.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextCanBeFilled() {
    ResourceBundle bundle =
        ResourceBundle.getBundle("io.qarion.app.designer.i18n.messages", Locale.ENGLISH);
    assertThat(bundle.keySet())
        .allSatisfy(key -> assertThat(messages.get(key, 1, 2, 3, 4)).isNotBlank());
  }

  @Test
  void quantitiesAreWrittenForPeople() {
    var quantities = new Quantities(messages);
    assertThat(quantities.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(quantities.count(-1)).isEmpty();
    assertThat(quantities.time(Duration.ofMillis(750))).isEqualTo("750 ms");
    assertThat(quantities.time(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
    assertThat(quantities.time(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(quantities.bytes(13_107_200)).isEqualTo("12.5 MiB");
    assertThat(quantities.bytes(-1)).isEmpty();
    assertThat(quantities.rate(1_000, Duration.ofMillis(500))).isEqualTo("2,000");
    assertThat(quantities.rate(0, Duration.ofMillis(500))).isEmpty();
    assertThat(quantities.change(-3)).isEqualTo("−3");
    assertThat(quantities.change(0)).isEmpty();
  }
}

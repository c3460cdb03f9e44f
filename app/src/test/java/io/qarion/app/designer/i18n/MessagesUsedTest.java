package io.qarion.app.designer.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No text is kept that nothing shows any more. */
class MessagesUsedTest {

  private static final Path ROOT = Path.of(System.getProperty("qarion.root"));
  private static final String DESIGNER = "app/src/main/java/io/qarion/app/designer";
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

  /**
   * Keys that are put together: what they begin with, and where the word after that is a literal or
   * a constant.
   */
  private static final List<Built> BUILT =
      List.of(
          // Of what a user can do, of menus and of panels, by their ids.
          new Built("action.", DESIGNER),
          new Built("menu.", DESIGNER + "/action"),
          new Built("panel.", DESIGNER),
          // Of the types of flows, steps, rules and engines, by their names in plug-ins and core.
          new Built("kind.", "plugins"),
          new Built("step.", "plugins"),
          new Built("rule.", "core"),
          new Built("engine.", "plugins"),
          // Of what runs come to.
          new Built("status.", "core"),
          // Of keys in a flow's text, by table and key, and of the kinds of their values.
          new Built("completion.", DESIGNER + "/text"),
          new Built("completion.kind.", "core"),
          new Built("completion.kind.", DESIGNER + "/text"),
          new Built("completion.table.", DESIGNER + "/text"),
          new Built("completion.table.", "core"),
          new Built("completion.table.", "plugins"),
          new Built("completion.table.task.", "core"),
          new Built("completion.table.task.", DESIGNER + "/text"),
          new Built("completion.table.task.config.", "plugins"),
          // Of options of files' readers, and of kinds of checks.
          new Built("look.option.", "plugins/files"),
          new Built("look.option.", "core"),
          new Built("dataset.check.", "core"),
          // Of parts of one view, by constants or ids.
          new Built("explorer.", DESIGNER + "/explorer"),
          new Built("find.kind.", DESIGNER + "/find"),
          new Built("shell.", DESIGNER + "/shell"),
          new Built("explorer.menu.", DESIGNER + "/explorer"),
          new Built("grid.step.", DESIGNER + "/preview"),
          new Built("inspector.", DESIGNER + "/inspector"),
          new Built("inspector.", DESIGNER + "/form"),
          new Built("inspector.options.", DESIGNER + "/inspector"),
          new Built("inspector.rule.", DESIGNER + "/inspector"),
          new Built("run.", DESIGNER + "/run"),
          new Built("note.colour.", "core"),
          new Built("step.group.", DESIGNER + "/edit"));

  /** What is added to a key for another text about the same. */
  private static final List<String> ENDINGS =
      List.of("", ".empty", ".filtered", ".help", ".more", ".name", ".prompt", ".text");

  private record Built(String start, String place) {}

  private record Known(String start, Set<String> words) {}

  private static Known literals = new Known("", Set.of());
  private static List<Known> built = List.of();

  @BeforeAll
  static void read() throws IOException {
    literals = new Known("", words("app"));
    // The samples are named by their folders.
    var known = new HashSet<Known>(Set.of(new Known("sample.", folders(ROOT.resolve("examples")))));
    for (Built each : BUILT) {
      known.add(new Known(each.start(), words(each.place())));
    }
    built = List.copyOf(known);
  }

  @Test
  void everyTextIsNamedBySources() {
    ResourceBundle texts =
        ResourceBundle.getBundle("io.qarion.app.designer.i18n.messages", Locale.ROOT);
    assertThat(texts.keySet().stream().filter(key -> !isNamed(key)).sorted()).isEmpty();
  }

  @Test
  void aTextThatNothingNamesIsFound() {
    assertThat(
            Stream.of("rule.conjure", "rule.filter.hint", "action.file.burn", "nothing.says-it")
                .filter(MessagesUsedTest::isNamed))
        .isEmpty();
  }

  private static boolean isNamed(String key) {
    return names(literals, key) || built.stream().anyMatch(known -> names(known, key));
  }

  private static boolean names(Known known, String key) {
    return key.startsWith(known.start())
        && ENDINGS.stream()
            .filter(key::endsWith)
            .filter(ending -> key.length() > known.start().length() + ending.length())
            .map(ending -> key.substring(known.start().length(), key.length() - ending.length()))
            .anyMatch(known.words()::contains);
  }

  /** The literals of sources, and their constants as they would stand in a key. */
  private static Set<String> words(String place) throws IOException {
    var words = new HashSet<String>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
      files
          .filter(MessagesUsedTest::isSource)
          .map(MessagesUsedTest::text)
          .forEach(text -> {
            LITERAL.matcher(text).results().forEach(found -> words.add(found.group(1)));
            CONSTANT
                .matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .forEach(constant -> {
                  words.add(constant);
                  words.add(constant.replace('_', '-'));
                });
          });
    }
    return words;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java")
        && ROOT.relativize(file).toString().replace('\\', '/').contains("src/main/");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> folders(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return new HashSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}

package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that shows how something is made, file by file: a line with the file's name in backquotes,
 * then its text.
 */
public final class HowToPage {

  private static final Pattern SHOWN =
      Pattern.compile(
          "^`(?<file>[^`\\n]+)`[^\\n]*\\n\\n```\\w*\\n(?<text>.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final int LINES = 100;

  private final Map<String, String> files = new LinkedHashMap<>();

  private HowToPage(String page) {
    var shown = SHOWN.matcher(page);
    while (shown.find()) {
      files.put(shown.group("file"), shown.group("text"));
    }
  }

  public static HowToPage of(Path page) {
    return new HowToPage(read(page));
  }

  /** Expects that who follows the page has the files of a module, and no more than 100 lines. */
  public void shows(Path module) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("pom.xml", read(module.resolve("pom.xml")));
    for (Path file : below(module.resolve("src"))) {
      written.put(module.relativize(file).toString().replace('\\', '/'), read(file));
    }
    assertThat(files).containsExactlyInAnyOrderEntriesOf(written);
    assertThat(
            files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("src/main"))
                .mapToLong(file -> file.getValue().lines().count())
                .sum())
        .as("lines of the plug-in")
        .isLessThan(LINES);
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

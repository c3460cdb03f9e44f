package io.qarion.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead to what is there. */
class DocumentationTest {

  private static final Path ROOT = Path.of(System.getProperty("qarion.root"));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  @Test
  void everyPictureAndPageThatAPageNamesIsThere() throws IOException {
    var broken = new TreeSet<String>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map((MatchResult link) -> link.group(1))
          .filter(link -> !link.contains(":"))
          .filter(link -> Files.notExists(page.resolveSibling(link)))
          .forEach(link -> broken.add(ROOT.relativize(page) + " → " + link));
    }
    assertThat(broken).isEmpty();
  }

  private static Iterable<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.getFileName().toString().endsWith(".md"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}

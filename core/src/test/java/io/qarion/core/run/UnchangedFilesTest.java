package io.qarion.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnchangedFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime JUST_NOW = FileTime.from(NOW.minusSeconds(1));

  @TempDir private Path folder;

  private final List<String> looks = new ArrayList<>();
  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("orders.csv");
    write("one", LONG_AGO);
  }

  @Test
  void looksOnceAtAFileThatStaysAsItIs() {
    var files = keeping(8);

    assertThat(List.of(look(files, "q"), look(files, "q"))).containsExactly("one", "one");
    assertThat(looks).hasSize(1);
  }

  @Test
  void looksAgainWhenAnythingOfTheFileChanged() throws IOException {
    var files = keeping(8);
    look(files, "q");

    write("three", LONG_AGO);
    assertThat(look(files, "q")).as("another size").isEqualTo("three");
    write("seven", FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
    assertThat(look(files, "q")).as("another time").isEqualTo("seven");
    Path other = Files.writeString(folder.resolve("other.csv"), "eight");
    Files.setLastModifiedTime(other, FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(look(files, "q")).as("another file in its place").isEqualTo("eight");
  }

  @Test
  void looksAgainWhenItIsReadInAnotherWay() {
    var files = keeping(8);

    look(files, "comma");
    look(files, "semicolon");

    assertThat(looks).hasSize(2);
  }

  @Test
  void keepsNothingOfAFileThatIsStillBeingWritten() throws IOException {
    var files = keeping(8);
    write("one", JUST_NOW);
    look(files, "q");
    write("two", JUST_NOW);

    assertThat(look(files, "q")).isEqualTo("two");
  }

  @Test
  void keepsNothingOfAFileThatChangedWhileItWasLookedAt() {
    var files = keeping(8);
    files.find(
        file,
        "q",
        () -> {
          String before = read();
          rewrite("longer");
          return before;
        });
    rewrite("one");

    assertThat(look(files, "q")).isEqualTo("one");
    assertThat(looks).hasSize(1);
  }

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    var files = keeping(2);

    for (String question : List.of("a", "b", "a", "c", "a", "b")) {
      look(files, question);
    }

    assertThat(looks).as("a, b, c, and b again").hasSize(4);
  }

  @Test
  void keepsOnlyWhatIsWorthIt() {
    var files = keeping(8, (_, found) -> !found.equals("one"));

    look(files, "q");
    look(files, "q");

    assertThat(looks).hasSize(2);
  }

  private static UnchangedFiles<String, String> keeping(int most) {
    return keeping(most, (_, _) -> true);
  }

  private static UnchangedFiles<String, String> keeping(int most, BiPredicate<Path, String> worth) {
    return new UnchangedFiles<>(most, InstantSource.fixed(NOW), worth);
  }

  private String look(UnchangedFiles<String, String> files, String question) {
    return files.find(
        file,
        question,
        () -> {
          String found = read();
          looks.add(found);
          return found;
        });
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void rewrite(String text) {
    try {
      write(text, LONG_AGO);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String text, FileTime modified) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, modified);
  }
}

package io.qarion.app.designer.settings;

import io.qarion.core.repository.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which steps a user likes best and used last, as lines in a file of the user. Takes time. */
public final class KeptSteps {

  private static final int KEPT = 12;
  private static final String FAVOURITE = "favourite ";
  private static final String RECENT = "recent ";

  private final Path file;

  /**
   * @param folder of the user's settings
   */
  public KeptSteps(Path folder) {
    this.file = folder.resolve("steps.txt");
  }

  /** Names of steps, the first liked and the last used first. */
  public record Steps(List<String> favourites, List<String> recent) {

    public static final Steps NONE = new Steps(List.of(), List.of());

    public Steps {
      favourites = List.copyOf(favourites);
      recent = List.copyOf(recent);
    }

    /** This with one more favourite, or one less if it was one. */
    public Steps toggled(String step) {
      var changed = new ArrayList<>(favourites);
      if (!changed.remove(step)) {
        changed.add(step);
      }
      return new Steps(changed, recent);
    }

    /** This with a step used last. */
    public Steps used(String step) {
      var changed = new ArrayList<>(recent);
      changed.remove(step);
      changed.addFirst(step);
      return new Steps(favourites, changed.stream().limit(KEPT).toList());
    }
  }

  /** None where nothing is kept. */
  public Steps read() {
    if (!Files.exists(file)) {
      return Steps.NONE;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return new Steps(after(lines, FAVOURITE), after(lines, RECENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .toList();
  }

  /** For the next start. */
  public void write(Steps steps) {
    List<String> lines =
        Stream.concat(
                steps.favourites().stream().map(FAVOURITE::concat),
                steps.recent().stream().map(RECENT::concat))
            .toList();
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}

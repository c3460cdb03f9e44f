package io.qarion.app.designer.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves journals from one folder into another that may have some; no edit is lost. */
final class JournalMove {

  private JournalMove() {}

  static void all(Path from, Path home) throws IOException {
    for (Path journal : journals(from)) {
      Files.createDirectories(home);
      move(journal, home);
    }
  }

  private static List<Path> journals(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> {
            String name = file.getFileName().toString();
            return name.endsWith(Journals.EXTENSION) || name.endsWith(Journals.ASIDE);
          })
          .sorted()
          .toList();
    }
  }

  private static void move(Path journal, Path home) throws IOException {
    String name = journal.getFileName().toString();
    if (name.endsWith(Journals.ASIDE)) {
      Files.move(journal, free(home, name.substring(0, name.lastIndexOf('-') + 1)));
      return;
    }
    Path own = home.resolve(name);
    if (!isUnsaved(own)) {
      Files.move(journal, own, StandardCopyOption.REPLACE_EXISTING);
    } else if (isUnsaved(journal)) {
      Files.move(journal, aside(own));
    } else {
      Files.delete(journal);
    }
  }

  /** Gives a journal the name of a flow that has just got it; what another flow left stays. */
  static void over(Path journal, Path target) throws IOException {
    if (isUnsaved(target)) {
      Files.move(target, aside(target));
    }
    Files.move(journal, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path aside(Path journal) {
    String name = journal.getFileName().toString();
    String flow = name.substring(0, name.length() - Journals.EXTENSION.length());
    return free(journal.resolveSibling("."), flow + Journals.UNSAVED);
  }

  /** Whether there are edits that are in no file; one that can't be understood may have some. */
  private static boolean isUnsaved(Path journal) throws IOException {
    if (!Files.exists(journal)) {
      return false;
    }
    JournalFile.Reading reading = JournalFile.read(journal);
    Optional<JournalReplay.Outcome> outcome = JournalReplay.of(reading.records(), "");
    return reading.brokenLine().isPresent()
        || outcome.map(replayed -> replayed.history().isUnsaved()).orElse(true);
  }

  /** A name in a folder that no file has. */
  static Path free(Path folder, String start) {
    int number = 1;
    while (Files.exists(folder.resolve(start + number + Journals.ASIDE))) {
      number++;
    }
    return folder.resolve(start + number + Journals.ASIDE);
  }
}

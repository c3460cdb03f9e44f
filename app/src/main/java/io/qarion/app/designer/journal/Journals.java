package io.qarion.app.designer.journal;

import io.qarion.core.file.ContentHash;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The journals of a project's flows, or of its datasets, one a file: each edit is on disk soon
 * after it is made, so that a killed program loses at most the last one, and undo goes on after a
 * restart. When a flow is opened its journal is cut to the newest 1,000 edits of at most 5 million
 * characters; while it is open nothing is cut.
 */
public final class Journals implements AutoCloseable {

  static final int KEPT_EDITS = 1_000;
  static final long KEPT_CHARACTERS = 5_000_000;

  static final String EXTENSION = ".jsonl";
  static final String UNSAVED = ".unsaved-";

  /** Not that of journals, so that a flow of any name has one of its own. */
  static final String ASIDE = ".aside";

  private static final String BROKEN = ".broken-";

  private final Path folder;
  private final InstantSource clock;
  private final JournalWriter writer;
  private final Set<String> present;
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final Set<String> unusable = ConcurrentHashMap.newKeySet();

  /**
   * @param folder for journals; made with the first edit
   * @param warnings gets what the user should know, on any thread
   */
  public Journals(Path folder, InstantSource clock, Consumer<Problem> warnings) {
    this.folder = folder;
    this.clock = clock;
    this.writer = new JournalWriter(warnings);
    this.present = names(folder);
  }

  /** Where the journals of datasets lie beside those of flows, which may have the same names. */
  public static Path ofDatasets(Path journals) {
    return journals.resolve("datasets");
  }

  /**
   * What is known of a flow from before. Takes time; to be asked once, before its journal.
   *
   * @param flowFile such as {@code flows/orders.toml}
   * @param fileText what it has now
   */
  public Recovered recover(String flowFile, String fileText) {
    var problems = new ArrayList<Problem>();
    Optional<EditHistory> history = Optional.empty();
    if (present.contains(name(flowFile) + EXTENSION)) {
      try {
        history = recover(flowFile, fileText, problems);
      } catch (IOException e) {
        unusable.add(flowFile);
        problems.add(unreadable(flowFile, FileFailures.reason(e)));
      } catch (QarionException e) {
        unusable.add(flowFile);
        problems.addAll(e.problems());
      }
    }
    if (history.isPresent()) {
      begun.add(flowFile);
    }
    return new Recovered(history, setAside(flowFile, problems), problems);
  }

  /**
   * The journal to write for a flow.
   *
   * @param fileText what its file has
   */
  public FlowJournal journal(String flowFile, String fileText) {
    return new FlowJournal(
        path(flowFile),
        clock,
        writer,
        fileText,
        begun.contains(flowFile),
        !unusable.contains(flowFile));
  }

  /** Forgets edits that have got their answer, after all that was written before. */
  public void forget(SetAside edits) {
    writer.submit(() -> {
      try {
        Files.deleteIfExists(edits.journal());
      } catch (IOException e) {
        writer.failed(edits.journal(), e);
      }
    });
  }

  /** Waits until everything is written. */
  @Override
  public void close() {
    writer.close();
  }

  private Optional<EditHistory> recover(String flowFile, String fileText, List<Problem> problems)
      throws IOException {
    Path path = path(flowFile);
    JournalFile.Reading reading = JournalFile.read(path);
    if (reading.records().isEmpty() && reading.brokenLine().isEmpty()) {
      Files.delete(path);
      return Optional.empty();
    }
    Optional<JournalReplay.Outcome> outcome =
        reading.brokenLine().isPresent()
            ? Optional.empty()
            : JournalReplay.of(reading.records(), fileText);
    if (outcome.isEmpty()) {
      problems.add(broken(flowFile, move(path, name(flowFile) + BROKEN)));
      return Optional.empty();
    }
    EditHistory history = outcome.get().history();
    if (outcome.get().ours() || history.text().equals(fileText)) {
      return Optional.of(adopt(path, history, ContentHash.ofText(fileText), reading));
    }
    if (history.isUnsaved()) {
      move(path, name(flowFile) + UNSAVED);
    } else {
      Files.delete(path);
    }
    return Optional.empty();
  }

  /** Written anew where that makes it shorter or whole. */
  private static EditHistory adopt(
      Path path, EditHistory history, String fileHash, JournalFile.Reading reading)
      throws IOException {
    EditHistory kept = history.withFile(fileHash).capped(KEPT_EDITS, KEPT_CHARACTERS);
    List<JournalRecord> shortest = kept.records();
    if (reading.torn() || shortest.size() < reading.records().size()) {
      JournalFile.write(path, shortest);
    } else if (!history.file().equals(fileHash)) {
      JournalFile.append(path, new JournalRecord.FileSeen(history.last(), fileHash));
    }
    return kept;
  }

  private List<SetAside> setAside(String flowFile, List<Problem> problems) {
    var found = new ArrayList<SetAside>();
    String start = name(flowFile) + UNSAVED;
    for (String name : List.copyOf(present)) {
      if (name.startsWith(start) && name.endsWith(ASIDE)) {
        Path path = folder.resolve(name);
        try {
          JournalReplay.of(JournalFile.read(path).records(), "")
              .map(JournalReplay.Outcome::history)
              .ifPresent(history -> found.add(new SetAside(path, history.text(), history.last())));
        } catch (IOException e) {
          problems.add(unreadable(flowFile, FileFailures.reason(e)));
        }
      }
    }
    return found;
  }

  private Path move(Path path, String start) throws IOException {
    Path aside = JournalMove.free(folder, start);
    present.add(aside.getFileName().toString());
    return Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path path(String flowFile) {
    return folder.resolve(fileName(flowFile));
  }

  /** Name of the journal of a flow. */
  static String fileName(String flowFile) {
    return name(flowFile) + EXTENSION;
  }

  /** Files of flows lie side by side, so their names tell them apart. */
  private static String name(String flowFile) {
    String name = flowFile.substring(flowFile.lastIndexOf('/') + 1);
    return name.endsWith(".toml") ? name.substring(0, name.length() - ".toml".length()) : name;
  }

  /** What is not to be read is found out where it is needed. */
  private static Set<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException _) {
      return new TreeSet<>();
    }
  }

  private static Problem broken(String flowFile, Path where) {
    return Problem.warning(
        "journal.broken",
        Place.in(flowFile, 0, 0),
        "The journal of edits of '%s' is damaged, so edits that were not saved could not be restored."
            .formatted(flowFile),
        "It is shown as its file has it. The journal was put aside as '%s'."
            .formatted(where.getFileName()));
  }

  private static Problem unreadable(String flowFile, String reason) {
    return Problem.warning(
        "journal.read",
        Place.in(flowFile, 0, 0),
        "The journal of edits of '%s' can't be read: %s.".formatted(flowFile, reason),
        "It is shown as its file has it, and its edits are not kept until it can be read.");
  }
}

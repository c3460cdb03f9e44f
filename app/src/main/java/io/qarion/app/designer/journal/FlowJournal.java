package io.qarion.app.designer.journal;

import io.qarion.core.file.ContentHash;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes down what is done with a flow, in order and beside the caller's thread. What could not be
 * written is said once; from then on nothing is written until the flow is saved, since a journal
 * with a gap is none.
 */
public final class FlowJournal {

  private final InstantSource clock;
  private final JournalWriter writer;

  // These are touched by the writer's thread only.
  private Path path;
  private String fileText;
  private boolean begun;
  private boolean usable;

  /**
   * @param fileText what the flow's file has
   * @param begun whether there is a journal to go on with
   * @param usable whether it may be written at all
   */
  FlowJournal(
      Path path,
      InstantSource clock,
      JournalWriter writer,
      String fileText,
      boolean begun,
      boolean usable) {
    this.path = path;
    this.clock = clock;
    this.writer = writer;
    this.fileText = fileText;
    this.begun = begun;
    this.usable = usable;
  }

  /** An edit was made. */
  public void edited(String name, String before, String after) {
    var entry = new JournalRecord.Edited(clock.instant(), name, TextChange.between(before, after));
    write(() -> {
      if (begun) {
        JournalFile.append(path, entry);
      } else {
        JournalFile.write(
            path,
            List.of(
                new JournalRecord.Started(entry.at(), before, ContentHash.ofText(fileText)),
                entry));
        begun = true;
      }
    });
  }

  /** The last edit was taken back. */
  public void undone() {
    append(new JournalRecord.Undone(clock.instant()));
  }

  /** The edit undone last was made again. */
  public void redone() {
    append(new JournalRecord.Redone(clock.instant()));
  }

  /** The flow's file was written, or read anew. */
  public void fileSeen(String text) {
    var at = clock.instant();
    writer.submit(() -> {
      fileText = text;
      revive();
    });
    append(new JournalRecord.FileSeen(at, ContentHash.ofText(text)));
  }

  /** The flow's file has another name now, and so has this. */
  public void moved(String flowFile) {
    write(() -> {
      Path target = path.resolveSibling(Journals.fileName(flowFile));
      if (begun && !target.equals(path)) {
        JournalMove.over(path, target);
      }
      path = target;
    });
  }

  private void append(JournalRecord entry) {
    write(() -> {
      if (begun) {
        JournalFile.append(path, entry);
      }
    });
  }

  /** What was edited is in the file now, so a journal with a gap can be begun anew. */
  private void revive() {
    if (!usable && begun) {
      try {
        Files.deleteIfExists(path);
        begun = false;
        usable = true;
      } catch (IOException e) {
        writer.failed(path, e);
      }
    }
  }

  private void write(JournalStep step) {
    writer.submit(() -> {
      if (!usable) {
        return;
      }
      try {
        step.run();
      } catch (IOException | QarionException e) {
        usable = false;
        begun = true;
        writer.failed(path, e);
      }
    });
  }

  /** Something that is written. */
  @FunctionalInterface
  private interface JournalStep {
    void run() throws IOException;
  }
}

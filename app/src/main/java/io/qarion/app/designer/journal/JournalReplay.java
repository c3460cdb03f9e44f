package io.qarion.app.designer.journal;

import io.qarion.core.file.ContentHash;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Does the edits of a journal again. */
final class JournalReplay {

  private final String fileText;
  private final String fileHash;
  private final Deque<EditHistory.Edit> done = new ArrayDeque<>();
  private final Deque<EditHistory.Edit> undone = new ArrayDeque<>();
  private String first = "";
  private String text = "";
  private String file = "";
  private Instant last = Instant.EPOCH;
  private boolean ours;

  private JournalReplay(String fileText) {
    this.fileText = fileText;
    this.fileHash = ContentHash.ofText(fileText);
  }

  /**
   * What a journal leads to.
   *
   * @param ours whether nobody else has changed the file: it has the text that it had last, or one
   *     that was edited since, when a saving was cut off before the journal knew of it
   */
  record Outcome(EditHistory history, boolean ours) {}

  /**
   * Replays a journal.
   *
   * @param fileText what its file has now
   * @return empty if it is none, or its edits don't fit each other
   */
  static Optional<Outcome> of(List<JournalRecord> records, String fileText) {
    var replay = new JournalReplay(fileText);
    if (records.isEmpty() || !(records.getFirst() instanceof JournalRecord.Started started)) {
      return Optional.empty();
    }
    replay.start(started);
    for (JournalRecord next : records.subList(1, records.size())) {
      if (!replay.take(next)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Outcome(replay.history(), replay.ours));
  }

  private EditHistory history() {
    return new EditHistory(
        first, List.copyOf(done), List.copyOf(undone.reversed()), text, file, last);
  }

  private void start(JournalRecord.Started started) {
    first = started.text();
    text = first;
    last = started.at();
    see(started.file());
  }

  private boolean take(JournalRecord next) {
    last = next.at();
    return switch (next) {
      case JournalRecord.Started _ -> false;
      case JournalRecord.Edited(Instant at, String name, TextChange change) -> {
        undone.clear();
        yield edit(new EditHistory.Edit(at, name, change));
      }
      case JournalRecord.Undone _ -> undo();
      case JournalRecord.Redone _ -> !undone.isEmpty() && edit(undone.removeLast());
      case JournalRecord.FileSeen(Instant _, String hash) -> {
        see(hash);
        yield true;
      }
    };
  }

  private boolean edit(EditHistory.Edit edit) {
    done.addLast(edit);
    return change(edit.change());
  }

  private boolean undo() {
    if (done.isEmpty()) {
      return false;
    }
    EditHistory.Edit edit = done.removeLast();
    undone.addLast(edit);
    return change(edit.change().reversed());
  }

  private boolean change(TextChange change) {
    boolean fits = change.fits(text);
    if (fits) {
      text = change.apply(text);
      ours |= text.equals(fileText);
    }
    return fits;
  }

  private void see(String hash) {
    file = hash;
    ours = hash.equals(fileHash);
  }
}

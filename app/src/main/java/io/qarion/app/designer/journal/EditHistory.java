package io.qarion.app.designer.journal;

import io.qarion.core.file.ContentHash;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where the editing of a flow has got to.
 *
 * @param first the text before all edits
 * @param done edits that can be undone, oldest first
 * @param undone edits that can be done again, the next one first
 * @param text as it is after them
 * @param file hash of the text that its file had last
 * @param last when something was done last
 */
public record EditHistory(
    String first, List<Edit> done, List<Edit> undone, String text, String file, Instant last) {

  /** What an edit weighs beside its characters. */
  private static final int WEIGHT = 100;

  /** An edit by its name in menus. */
  public record Edit(Instant at, String name, TextChange change) {

    private long weight() {
      return (long) WEIGHT + name.length() + change.size();
    }
  }

  public EditHistory {
    done = List.copyOf(done);
    undone = List.copyOf(undone);
  }

  /** Whether the text is not in the file. */
  public boolean isUnsaved() {
    return !ContentHash.ofText(text).equals(file);
  }

  /**
   * Without the edits that are farthest from now.
   *
   * @param edits how many may stay of each kind
   * @param characters how many all that stay may have
   */
  EditHistory capped(int edits, long characters) {
    long left = characters;
    Deque<Edit> newest = new ArrayDeque<>();
    for (Edit edit : done.reversed()) {
      left -= edit.weight();
      if (left < 0 || newest.size() == edits) {
        break;
      }
      newest.addFirst(edit);
    }
    List<Edit> next = new ArrayList<>();
    for (Edit edit : undone) {
      left -= edit.weight();
      if (left < 0 || next.size() == edits) {
        break;
      }
      next.add(edit);
    }
    String start = first;
    for (Edit dropped : done.subList(0, done.size() - newest.size())) {
      start = dropped.change().apply(start);
    }
    return new EditHistory(start, List.copyOf(newest), next, text, file, last);
  }

  EditHistory withFile(String hash) {
    return new EditHistory(first, done, undone, text, hash, last);
  }

  /** The shortest journal that leads here. */
  List<JournalRecord> records() {
    var records = new ArrayList<JournalRecord>();
    records.add(new JournalRecord.Started(last, first, file));
    done.forEach(edit -> records.add(edited(edit)));
    undone.forEach(edit -> records.add(edited(edit)));
    undone.forEach(_ -> records.add(new JournalRecord.Undone(last)));
    return records;
  }

  private static JournalRecord edited(Edit edit) {
    return new JournalRecord.Edited(edit.at(), edit.name(), edit.change());
  }
}

package io.qarion.app.designer.journal;

import java.time.Instant;

/** A line of a journal. */
sealed interface JournalRecord {

  /**
   * The first line of each journal.
   *
   * @param text before the first edit, whole: so the edits are not lost with the file
   * @param file hash of the text that the file had
   */
  record Started(Instant at, String text, String file) implements JournalRecord {}

  /** An edit by its name in menus. */
  record Edited(Instant at, String name, TextChange change) implements JournalRecord {}

  /** The last edit was taken back. */
  record Undone(Instant at) implements JournalRecord {}

  /** The edit that was undone last was done again. */
  record Redone(Instant at) implements JournalRecord {}

  /**
   * The file was written or read.
   *
   * @param file hash of the text it has
   */
  record FileSeen(Instant at, String file) implements JournalRecord {}

  Instant at();
}

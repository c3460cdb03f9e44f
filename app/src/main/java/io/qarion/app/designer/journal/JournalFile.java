package io.qarion.app.designer.journal;

import io.qarion.core.repository.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A journal on disk: a line for each record. */
final class JournalFile {

  private JournalFile() {}

  /**
   * What a journal says.
   *
   * @param torn whether the last line was cut off while it was written; it is not among the records
   * @param brokenLine the first line that says nothing, from 1; empty if all do
   */
  record Reading(List<JournalRecord> records, boolean torn, Optional<Integer> brokenLine) {
    Reading {
      records = List.copyOf(records);
    }
  }

  static Reading read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var records = new ArrayList<JournalRecord>();
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        Optional<JournalRecord> entry = JournalCodec.read(Arrays.copyOfRange(bytes, start, at));
        if (entry.isEmpty()) {
          return new Reading(records, false, Optional.of(records.size() + 1));
        }
        records.add(entry.get());
        start = at + 1;
      }
    }
    return new Reading(records, start < bytes.length, Optional.empty());
  }

  /** Puts a record at the end, and waits until the disk has it. */
  static void append(Path file, JournalRecord entry) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      ByteBuffer line = ByteBuffer.wrap(JournalCodec.write(entry));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    }
  }

  /**
   * Makes a journal, or puts a new one in place of the old, at once.
   *
   * @throws io.qarion.core.problem.QarionException if it can't be written; the old one stands
   */
  static void write(Path file, List<JournalRecord> records) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    var bytes = new ByteArrayOutputStream();
    for (JournalRecord entry : records) {
      bytes.writeBytes(JournalCodec.write(entry));
    }
    AtomicFile.write(file, bytes.toByteArray());
  }
}

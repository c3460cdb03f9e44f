package io.qarion.plugins.connectors.publish;

import io.qarion.core.file.FileFailures;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.outbox.OutboxMessage;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Appends messages as lines of JSON to a file for each topic. A line counts as accepted once it is
 * forced to the disk; one that a crash cut off is taken away before the next is written.
 */
final class FilePublisher implements MessagePublisher {

  private static final int BLOCK = 8_192;

  private final Path folder;
  private final Map<String, FileChannel> files = new HashMap<>();

  FilePublisher(Path folder) {
    this.folder = folder;
  }

  @Override
  public void publish(OutboxMessage message) {
    Path file = folder.resolve(fileName(message.topic()));
    byte[] line = (MessageJson.of(message) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      append(open(file), line);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "publish.file",
              Place.in(file.toString(), 0, 0),
              "'%s' can't be written: %s. %s"
                  .formatted(file.getFileName(), FileFailures.reason(e), FileFailures.disk(file)),
              "See to it that the folder can be written to."),
          e);
    }
  }

  /** A whole line, or none. */
  private static void append(FileChannel file, byte[] line) throws IOException {
    long before = file.size();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      file.position(before);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    } catch (IOException e) {
      file.truncate(before);
      throw e;
    }
  }

  private FileChannel open(Path file) throws IOException {
    FileChannel known = files.get(file.toString());
    if (known != null) {
      return known;
    }
    Files.createDirectories(folder);
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    files.put(file.toString(), opened);
    opened.truncate(endOfLastLine(opened));
    return opened;
  }

  /** Where the last line ends that is whole. */
  private static long endOfLastLine(FileChannel file) throws IOException {
    long end = file.size();
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      block.clear().limit(Math.toIntExact(end - start));
      while (block.hasRemaining() && file.read(block, start + block.position()) >= 0) {
        // reads until the block is full
      }
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  /** A topic may be any text; its file stays in the folder, and other topics have others. */
  static String fileName(String topic) {
    var name = new StringBuilder();
    for (byte one : topic.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (one & 0xff);
      boolean plain =
          (sign >= 'a' && sign <= 'z')
              || (sign >= 'A' && sign <= 'Z')
              || (sign >= '0' && sign <= '9')
              || "._-".indexOf(sign) >= 0;
      name.append(plain ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
    }
    return name + ".jsonl";
  }

  @Override
  public void close() {
    for (FileChannel file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        throw new QarionException(
            Problem.error(
                "publish.file",
                Place.in(folder.toString(), 0, 0),
                "A file there can't be closed: %s.".formatted(FileFailures.reason(e)),
                "Look at its disk."),
            e);
      }
    }
  }
}

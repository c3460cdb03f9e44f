package io.qarion.plugins.files.xlsx;

import io.qarion.core.problem.QarionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * A part of a workbook while it is unpacked: refuses what grows out of proportion, what holds no
 * end of a tag for megabytes, and what is not what was packed.
 */
final class PartStream extends FilterInputStream {

  /** No part that grows to less is a bomb. */
  private static final long HARMLESS = 16L << 20;

  private static final int MAX_RATIO = 200;

  /** A cell holds 32,767 signs at most, so that its text is far shorter. */
  private static final int LONGEST_RUN = 4 << 20;

  private final ZipEntry entry;
  private final WorkbookProblems problems;
  private final long limit;
  private final CRC32 sum = new CRC32();
  private long count;
  private int run;

  /**
   * @param most bytes that the part may have
   */
  PartStream(InputStream in, ZipEntry entry, long most, WorkbookProblems problems) {
    super(in);
    this.entry = entry;
    this.problems = problems;
    long packed = Math.max(1, entry.getCompressedSize());
    this.limit = Math.min(most, Math.max(HARMLESS, packed * MAX_RATIO));
    if (entry.getSize() > limit) {
      throw grows();
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0) {
      checkSum();
      return read;
    }
    sum.update(bytes, offset, read);
    count += read;
    if (count > limit) {
      throw grows();
    }
    checkRun(bytes, offset, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** A parser closes it as soon as it has seen the last tag; the rest is read for the checksum. */
  @Override
  public void close() {}

  /** Closes it indeed. */
  void release() throws IOException {
    super.close();
  }

  private void checkRun(byte[] bytes, int offset, int length) {
    int last = offset + length - 1;
    while (last >= offset && bytes[last] != '<' && bytes[last] != '>') {
      last--;
    }
    run = last < offset ? run + length : offset + length - 1 - last;
    if (run > LONGEST_RUN) {
      throw problems.tooLarge("a text in " + entry.getName() + " has more than 4 million bytes");
    }
  }

  private void checkSum() {
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw problems.damaged(
          entry.getName() + " is not what was packed, its checksum is another one");
    }
  }

  private QarionException grows() {
    return problems.tooLarge(
        "%s, packed into %,d bytes, grows beyond %,d"
            .formatted(entry.getName(), Math.max(0, entry.getCompressedSize()), limit));
  }
}

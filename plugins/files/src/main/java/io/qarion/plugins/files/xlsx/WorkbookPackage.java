package io.qarion.plugins.files.xlsx;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The archive that a workbook is: a zip file of XML parts. */
final class WorkbookPackage implements AutoCloseable {

  /** A part that is held in memory. */
  static final long SMALL = 64L << 20;

  /** A sheet, or the texts of all sheets. */
  static final long LARGE = 8L << 30;

  private static final int LOOKED_THROUGH = 16 << 20;
  private static final String OLD = "d0cf11e0a1b11ae1";
  private static final String ZIP = "504b";

  private final ZipFile zip;
  private final WorkbookProblems problems;

  private WorkbookPackage(ZipFile zip, WorkbookProblems problems) {
    this.zip = zip;
    this.problems = problems;
  }

  /**
   * Opens a file.
   *
   * @throws io.qarion.core.problem.QarionException if it is no workbook that can be read
   */
  static WorkbookPackage open(Path file, WorkbookProblems problems) {
    try {
      checkSignature(file, problems);
      return new WorkbookPackage(new ZipFile(file.toFile()), problems);
    } catch (ZipException e) {
      throw problems.damaged("its archive can't be opened, " + e.getMessage(), e);
    } catch (IOException e) {
      throw problems.of(
          "file.unreadable",
          "The file can't be read: " + FileFailures.reason(e) + ".",
          "Check that it is there and that you may read it.",
          e);
    }
  }

  /** Whether there is a part of this name. */
  boolean has(String name) {
    return entry(name).isPresent();
  }

  /**
   * A part, to be closed by the caller.
   *
   * @param most bytes that it may have
   */
  XmlPart part(String name, long most) {
    ZipEntry entry = entry(name).orElseThrow(() -> problems.damaged("it has no part " + name));
    try {
      return new XmlPart(
          name, new PartStream(zip.getInputStream(entry), entry, most, problems), problems);
    } catch (IOException e) {
      throw problems.damaged(name + " can't be unpacked, " + e.getMessage(), e);
    }
  }

  WorkbookProblems problems() {
    return problems;
  }

  /** Names count as equal in any case, as in the programs that write them. */
  private Optional<ZipEntry> entry(String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry != null
        ? Optional.of(entry)
        : zip.stream()
            .filter(each -> each.getName().equalsIgnoreCase(name))
            .<ZipEntry>map(each -> each)
            .findFirst();
  }

  private static void checkSignature(Path file, WorkbookProblems problems) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(8);
      String hex = HexFormat.of().formatHex(start);
      if (start.length == 0) {
        throw problems.of(
            "file.empty", "The file is empty.", "Take it out of the pattern, or deliver it again.");
      }
      if (hex.equals(OLD)) {
        throw old(in.readNBytes(LOOKED_THROUGH), problems);
      }
      if (!hex.startsWith(ZIP)) {
        throw problems.of(
            "file.format",
            "The file is no workbook.",
            "Write format = with what it is, such as \"csv\", or save it as .xlsx.");
      }
    }
  }

  /** Encrypted workbooks stand in a container of the same kind as those of old programs. */
  private static QarionException old(byte[] content, WorkbookProblems problems) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String name =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return text.contains(name)
        ? problems.of(
            "xlsx.encrypted",
            "The workbook is encrypted.",
            "Open it with its password and save it without one.")
        : problems.of(
            "file.format", "The file is an old Excel workbook (.xls).", "Save it as .xlsx or CSV.");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw problems.damaged("its archive can't be closed, " + e.getMessage(), e);
    }
  }
}

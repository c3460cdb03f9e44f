package io.qarion.core.repository;

import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.UUID;

/** Writes files so that each is either as before or whole, whatever happens. */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Puts bytes into a file by way of another one beside it, and waits until the disk has them. A
   * link stays one; permissions stay.
   *
   * @throws QarionException naming file and disk; the file is as it was
   */
  public static void write(Path file, byte[] bytes) {
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(target.toString());
      }
      Path temporary = target.resolveSibling(".qarion-" + random() + ".tmp");
      try {
        fill(temporary, bytes);
        keepPermissions(target, temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      forceFolder(target);
    } catch (IOException e) {
      throw new QarionException(FileProblems.unwritable(file, e), e);
    }
  }

  /**
   * Waits until the disk has a file that somebody else has written, and its name.
   *
   * @throws QarionException naming file and disk
   */
  public static void force(Path file) {
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      forceFolder(file);
    } catch (IOException e) {
      throw new QarionException(FileProblems.unwritable(file, e), e);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    Optional<PosixFileAttributeView> view =
        Optional.ofNullable(Files.getFileAttributeView(to, PosixFileAttributeView.class));
    if (view.isPresent() && Files.exists(from)) {
      view.get().setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  /** So that the new name outlives a power cut. Windows opens no folders, and needs none. */
  static void forceFolder(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Optional<Path> folder = Optional.ofNullable(file.getParent());
    if (posix && folder.isPresent()) {
      try (FileChannel channel = FileChannel.open(folder.get(), StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

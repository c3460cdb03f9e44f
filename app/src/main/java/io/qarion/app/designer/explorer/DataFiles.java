package io.qarion.app.designer.explorer;

import io.qarion.core.file.FileFailures;
import io.qarion.core.file.NaturalOrder;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks for files with data below a folder; hidden ones do not count, nor do hidden folders. */
final class DataFiles {

  /** More can't be looked through in a list anyway. */
  static final int MOST = 50_000;

  private final Path root;
  private final Function<Path, Optional<String>> formatOf;

  /**
   * @param formatOf says which format a name stands for; empty for what no loader reads
   */
  DataFiles(Path root, Function<Path, Optional<String>> formatOf) {
    this.root = root;
    this.formatOf = formatOf;
  }

  /**
   * What is there now, folder by folder in the order people count.
   *
   * @throws QarionException if the folder can't be read
   */
  List<DataFile> read(Cancellation cancellation) {
    var found = new ArrayList<DataFile>();
    try {
      Files.walkFileTree(root, new Visitor(found, cancellation));
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.read",
              Place.UNKNOWN.withFile(root.toString()),
              "The project's folder can't be read: %s.".formatted(FileFailures.reason(e)),
              "Check that it is there and that you may read it."),
          e);
    }
    found.sort(
        Comparator.comparing(DataFile::folder, NaturalOrder.INSTANCE)
            .thenComparing(DataFile::name, NaturalOrder.INSTANCE));
    return found;
  }

  /** Takes what is readable; a folder that is not hinders no other. */
  private final class Visitor extends SimpleFileVisitor<Path> {

    private final List<DataFile> found;
    private final Cancellation cancellation;

    Visitor(List<DataFile> found, Cancellation cancellation) {
      this.found = found;
      this.cancellation = cancellation;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && isHidden(folder);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (cancellation.isRequested() || found.size() >= MOST) {
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isRegularFile() && !isHidden(file)) {
        String path = root.relativize(file).toString().replace('\\', '/');
        formatOf
            .apply(file)
            .ifPresent(format -> found.add(new DataFile(path, format, attributes.size())));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      return FileVisitResult.SKIP_SUBTREE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}

package io.qarion.core.file;

import io.qarion.core.engine.LoadedFile;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Finds the files that a load has to read. Contents it has read it remembers: a run that makes a
 * batch of each file plans again for each, and reads no file twice to know it.
 */
public final class LoadPlanner {

  private final ProjectPaths paths;
  private final Map<Path, PlannedFile> seen = new ConcurrentHashMap<>();

  public LoadPlanner(ProjectPaths paths) {
    this.paths = paths;
  }

  /**
   * Files that match and that none of {@code loaded} is: identity is path and content. Equal size
   * and time spare the reading of the content.
   *
   * @param loaded files of the flow's successful batches in this data store
   */
  public LoadPlan plan(LoadSettings settings, List<LoadedFile> loaded) {
    Map<String, LoadedFile> byPath =
        loaded.stream()
            .collect(Collectors.toMap(LoadedFile::path, Function.identity(), (_, later) -> later));
    var fresh = new ArrayList<PlannedFile>();
    var known = new ArrayList<PlannedFile>();
    for (PlannedFile planned : describe(find(settings), byPath)) {
      boolean isKnown =
          loaded.stream()
              .anyMatch(old ->
                  old.path().equals(planned.shownName()) && old.sha256().equals(planned.sha256()));
      (isKnown ? known : fresh).add(planned);
    }
    return new LoadPlan(batches(settings, fresh), known);
  }

  /**
   * A loaded file as it is now; empty if it is gone.
   *
   * @param settings of the load that it belongs to
   */
  public Optional<PlannedFile> again(LoadedFile loaded, LoadSettings settings) {
    Path file = paths.resolve(loaded.path(), settings.path() + ".source_path");
    return Files.isRegularFile(file)
        ? Optional.of(describe(file, loaded.path(), Optional.of(loaded)))
        : Optional.empty();
  }

  /** The files that match, in natural order of their names; at least one. */
  public List<Path> find(LoadSettings settings) {
    Path source = paths.resolve(settings.sourcePath(), settings.path() + ".source_path");
    if (settings.filePattern().isEmpty()) {
      if (!Files.isRegularFile(source)) {
        throw missing(settings, "There is no file '%s'.".formatted(settings.sourcePath()));
      }
      return List.of(source);
    }
    if (!Files.isDirectory(source)) {
      throw missing(settings, "There is no folder '%s'.".formatted(settings.sourcePath()));
    }
    String pattern = settings.filePattern().get();
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.walk(source, settings.recursive() ? Integer.MAX_VALUE : 1)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> matches(matcher, source, file))
              .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.toString(), b.toString()))
              .toList();
      if (found.isEmpty()) {
        throw missing(
            settings, "No file in '%s' matches '%s'.".formatted(settings.sourcePath(), pattern));
      }
      // A link may lead out of the project although its folder lies inside.
      found.forEach(file -> paths.resolve(file.toString(), settings.path() + ".source_path"));
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw new QarionException(
          Problem.error(
              "file.unreadable",
              Place.of(settings.path() + ".source_path"),
              "The folder '%s' can't be read: %s".formatted(settings.sourcePath(), e.getMessage()),
              "Check its permissions."),
          e);
    }
  }

  private static boolean matches(PathMatcher matcher, Path source, Path file) {
    return matcher.matches(source.relativize(file)) || matcher.matches(file.getFileName());
  }

  private static List<List<PlannedFile>> batches(LoadSettings settings, List<PlannedFile> fresh) {
    if (fresh.isEmpty()) {
      return List.of();
    }
    return switch (settings.batching()) {
      case PER_RUN -> List.of(fresh);
      case PER_FILE -> fresh.stream().map(List::of).toList();
    };
  }

  /**
   * All processors read contents at once: one alone takes as long for a file as it is loaded in.
   */
  private List<PlannedFile> describe(List<Path> files, Map<String, LoadedFile> byPath) {
    return files.stream()
        .gather(
            Gatherers.mapConcurrent(
                Runtime.getRuntime().availableProcessors(),
                file -> {
                  String shown = paths.shown(file);
                  return describe(file, shown, Optional.ofNullable(byPath.get(shown)));
                }))
        .toList();
  }

  private PlannedFile describe(Path file, String shown, Optional<LoadedFile> old) {
    try {
      long size = Files.size(file);
      long modified = Files.getLastModifiedTime(file).toMillis();
      Optional<String> known =
          old.filter(last -> last.size() == size && last.modified() == modified)
              .map(LoadedFile::sha256)
              .or(() ->
                  Optional.ofNullable(seen.get(file))
                      .filter(last -> last.size() == size && last.modified() == modified)
                      .map(PlannedFile::sha256));
      String hash = known.isPresent() ? known.get() : ContentHash.ofFile(file);
      var planned = new PlannedFile(file, shown, hash, size, modified);
      seen.put(file, planned);
      return planned;
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.unreadable",
              Place.in(shown, 0, 0),
              "The file can't be read: " + e.getMessage(),
              "Check that it is there and that you may read it."),
          e);
    }
  }

  private static QarionException missing(LoadSettings settings, String message) {
    return new QarionException(
        Problem.error(
            "file.missing",
            Place.of(settings.path() + ".source_path"),
            message,
            "Put the file there, or correct source_path and file_pattern."));
  }
}

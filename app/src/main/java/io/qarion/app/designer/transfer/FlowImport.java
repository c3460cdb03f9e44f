package io.qarion.app.designer.transfer;

import io.qarion.core.file.FileFailures;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.AtomicFile;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads what {@link FlowExport} writes; what is no such file is refused before anything is written.
 */
final class FlowImport {

  /** More than a program would write: such a file was made to do harm. */
  private static final int MOST_ENTRIES = 1000;

  private static final int MOST_BYTES = 256 << 20;

  /**
   * What a file holds.
   *
   * @param samples data by path relative to the project
   */
  record Content(TomlDocument flow, Map<String, byte[]> samples) {}

  private FlowImport() {}

  /**
   * Reads a file.
   *
   * @throws QarionException if there is no flow in it that can be read
   */
  static Content read(Path file) {
    try {
      Content content =
          FlowExport.isZip(file)
              ? unzip(file)
              : new Content(document(file, Files.readAllBytes(file)), Map.of());
      check(content.flow(), file);
      return content;
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "import.read",
              Place.UNKNOWN.withFile(file.toString()),
              "'%s' can't be read: %s.".formatted(file.getFileName(), FileFailures.reason(e)),
              "Choose a file that 'Export flow' has written."),
          e);
    }
  }

  private static TomlDocument document(Path file, byte[] bytes) {
    return TomlDocument.read(String.valueOf(file.getFileName()), bytes);
  }

  private static Content unzip(Path file) throws IOException {
    Optional<TomlDocument> flow = Optional.empty();
    Map<String, byte[]> samples = new LinkedHashMap<>();
    int budget = MOST_BYTES;
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(budget + 1);
        budget -= content.length;
        if (budget < 0 || samples.size() > MOST_ENTRIES) {
          throw refused(file, "is larger than any export");
        }
        if (entry.getName().equals(FlowExport.FLOW)) {
          flow = Optional.of(document(file, content));
        } else if (!entry.isDirectory()) {
          samples.put(entry.getName(), content);
        }
      }
    }
    return new Content(flow.orElseThrow(() -> refused(file, "holds no flow")), samples);
  }

  private static void check(TomlDocument flow, Path file) {
    if (!flow.isValid()) {
      throw new QarionException(flow.problems());
    }
    if (flow.isOfNewerFormat()) {
      throw refused(file, "is of a newer format");
    }
    FlowToml.Reading reading = FlowToml.read(flow);
    if (flow.root().string("id").isEmpty() || reading.flow().flowType().isEmpty()) {
      throw refused(file, "is no flow: it has no id or no flow_type");
    }
  }

  private static QarionException refused(Path file, String why) {
    return new QarionException(
        Problem.error(
            "import.refused",
            Place.UNKNOWN.withFile(file.toString()),
            "'%s' %s.".formatted(file.getFileName(), why),
            "Choose a file that 'Export flow' has written."));
  }

  /**
   * Writes samples where there is no such file yet.
   *
   * @return files that were there already and stay as they are
   * @throws QarionException if a path leads out of the project or into its hidden folders; nothing
   *     is written then
   */
  static List<String> unpack(Map<String, byte[]> samples, ProjectPaths paths) {
    Map<String, Path> targets = new LinkedHashMap<>();
    samples.keySet().forEach(name -> targets.put(name, target(name, paths)));
    var kept = new ArrayList<String>();
    targets.forEach((name, target) -> {
      if (Files.exists(target)) {
        kept.add(name);
      } else {
        write(target, samples.getOrDefault(name, new byte[0]));
      }
    });
    return kept;
  }

  private static void write(Path target, byte[] content) {
    try {
      Files.createDirectories(target.resolveSibling("."));
      AtomicFile.write(target, content);
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "import.write",
              Place.UNKNOWN.withFile(target.toString()),
              "'%s' can't be written: %s.".formatted(target, FileFailures.reason(e)),
              "Check the permissions of its folder."),
          e);
    }
  }

  /** Definitions and hidden folders are none of a sample's business. */
  private static Path target(String name, ProjectPaths paths) {
    Path path = paths.resolve(name, "");
    Path inside = paths.root().relativize(path);
    String top = inside.getName(0).toString();
    boolean hidden = false;
    for (Path part : inside) {
      hidden |= part.toString().startsWith(".");
    }
    if (hidden || inside.getNameCount() < 2 || top.equals("flows") || top.equals("datasets")) {
      throw new QarionException(
          Problem.error(
              "import.path",
              Place.UNKNOWN.withFile(name),
              "The file wants to write '%s', which is no place for data.".formatted(name),
              "Do not import it, unless you know who made it."));
    }
    return path;
  }
}

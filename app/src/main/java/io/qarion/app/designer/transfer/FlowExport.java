package io.qarion.app.designer.transfer;

import io.qarion.core.file.FileFailures;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.AtomicFile;
import io.qarion.core.toml.TomlDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a flow into a file: alone as TOML, or as a zip with samples of the files it reads. */
final class FlowExport {

  /** Name of the flow's text in a zip. */
  static final String FLOW = "flow.toml";

  static final String ZIP = ".zip";

  private final ProjectPaths paths;

  FlowExport(ProjectPaths paths) {
    this.paths = paths;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @param target whose name says whether samples come along
   * @return files too large for a sample, relative to the project
   */
  List<String> write(
      TomlDocument flow, CompiledFlow compiled, Path target, Cancellation cancellation) {
    if (!isZip(target)) {
      AtomicFile.write(target, flow.bytes());
      return List.of();
    }
    var left = new ArrayList<String>();
    AtomicFile.write(target, zip(flow, inputs(compiled), left, cancellation));
    return left;
  }

  static boolean isZip(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ZIP);
  }

  private byte[] zip(
      TomlDocument flow, Set<Path> inputs, List<String> left, Cancellation cancellation) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, FLOW, flow.bytes());
      for (Path input : inputs) {
        cancellation.throwIfRequested();
        Optional<byte[]> sample = DataSample.of(input);
        if (sample.isPresent()) {
          put(zip, paths.shown(input), sample.get());
        } else {
          left.add(paths.shown(input));
        }
      }
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "export.read",
              Place.UNKNOWN,
              "The files of the flow can't be read: %s.".formatted(FileFailures.reason(e)),
              "Check that they are there, or export the flow alone, as TOML."),
          e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Set<Path> inputs(CompiledFlow compiled) {
    var planner = new LoadPlanner(paths);
    var files = new LinkedHashSet<Path>();
    compiled
        .dag()
        .steps()
        .forEach(step -> {
          if (compiled.work(step.id()).orElse(null) instanceof StepWork.Load load) {
            files.addAll(planner.find(load.settings()));
          }
        });
    return files;
  }
}

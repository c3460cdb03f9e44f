package io.qarion.app.designer.edit;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.file.FileFailures;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets files with data become steps that load them. Those from outside the project are copied into
 * it first, since a flow reads nothing else.
 */
public final class DataFileArrival {

  private static final String FOLDER = "data";

  private final DesignerSession session;
  private final FlowEditor editor;
  private final StepCatalog catalog;
  private final BackgroundTasks tasks;
  private final Messages messages;

  public DataFileArrival(
      DesignerSession session,
      FlowEditor editor,
      StepCatalog catalog,
      BackgroundTasks tasks,
      Messages messages) {
    this.session = session;
    this.editor = editor;
    this.catalog = catalog;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Adds a step for each file to the flow that is shown. */
  public void add(List<Path> files) {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty() || files.isEmpty()) {
      return;
    }
    Path root = project.get().root();
    Plugins plugins = session.plugins();
    tasks.start(
        messages.get("arrival.copying"),
        cancellation -> taken(files, root, plugins, cancellation),
        this::arrived,
        session::failed);
  }

  private void arrived(List<Taken> files) {
    for (Taken file : files) {
      editor.add(catalog.file(file.path()), List.of(), (document, _) -> document);
    }
    List<String> copied = files.stream().filter(Taken::copied).map(Taken::path).toList();
    if (!copied.isEmpty()) {
      session.tell(News.of(messages.get("arrival.copied", String.join(", ", copied))));
    }
  }

  /** A file of the project, relative to it. */
  private record Taken(String path, boolean copied) {}

  /** All are looked at before the first is copied. */
  private static List<Taken> taken(
      List<Path> files, Path root, Plugins plugins, Cancellation cancellation) {
    for (Path file : files) {
      if (!Files.isRegularFile(file) || plugins.formatOf(file).isEmpty()) {
        throw refused(file, plugins);
      }
    }
    var taken = new ArrayList<Taken>();
    for (Path file : files) {
      cancellation.throwIfRequested();
      Path absolute = file.toAbsolutePath().normalize();
      boolean inside = absolute.startsWith(root);
      Path own = inside ? absolute : copied(absolute, root.resolve(FOLDER));
      taken.add(new Taken(root.relativize(own).toString().replace('\\', '/'), !inside));
    }
    return taken;
  }

  private static QarionException refused(Path file, Plugins plugins) {
    List<String> formats =
        plugins.loaders().stream().flatMap(loader -> loader.extensions().stream()).toList();
    return new QarionException(
        Problem.error(
            "arrival.format",
            Place.UNKNOWN.withFile(file.toString()),
            "'%s' is no file with data that can be read.".formatted(file.getFileName()),
            "Take a file that ends with %s.".formatted(String.join(", ", formats))));
  }

  /** Under a name of its own until it is whole. */
  private static Path copied(Path file, Path folder) {
    try {
      Files.createDirectories(folder);
      Path target = free(folder, file.getFileName().toString());
      Path part = Files.createTempFile(folder, ".arriving", "");
      try {
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "arrival.copy",
              Place.UNKNOWN.withFile(file.toString()),
              "'%s' can't be copied into the project: %s."
                  .formatted(file.getFileName(), FileFailures.reason(e)),
              "Make room, or put it into the project's folder yourself."),
          e);
    }
  }

  private static Path free(Path folder, String name) {
    int dot = name.indexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String end = dot > 0 ? name.substring(dot) : "";
    Path target = folder.resolve(name);
    for (int number = 2; Files.exists(target); number++) {
      target = folder.resolve(stem + "_" + number + end);
    }
    return target;
  }
}

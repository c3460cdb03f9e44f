package io.qarion.app;

import io.qarion.app.cli.QarionCommand;
import io.qarion.app.designer.start.DesignerApplication;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts the program: the window for no arguments or a folder, a command for everything else. */
public final class Launcher {

  private static final String OPEN = "open";

  private Launcher() {}

  /** Ends the process with one of the documented exit codes. */
  public static void main(String[] args) {
    if (!isForTheWindow(args)) {
      System.exit(QarionCommand.execute(args));
    }
    Optional<Path> project = folder(args);
    if (hasDisplay(System.getProperties().getProperty("os.name", ""), System.getenv())) {
      Optional<String> rehearsed = Rehearsal.flow();
      DesignerApplication.open(project);
      if (rehearsed.isPresent() && project.isPresent()) {
        System.exit(Rehearsal.commands(project.get(), rehearsed.get()));
      }
    } else {
      System.exit(
          project.map(Launcher::runWithoutWindow).orElseGet(() -> QarionCommand.execute("--help")));
    }
  }

  /** Whether these arguments ask for the window. */
  static boolean isForTheWindow(String... args) {
    return switch (args.length) {
      case 0 -> true;
      case 1 -> args[0].equals(OPEN) || Files.isDirectory(Path.of(args[0]));
      case 2 -> args[0].equals(OPEN);
      default -> false;
    };
  }

  /** Whether a window can be shown: on Linux a display has to be named. */
  static boolean hasDisplay(String system, Map<String, String> environment) {
    boolean named =
        List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
            .anyMatch(variable -> !environment.getOrDefault(variable, "").isBlank());
    return named || !system.toLowerCase(Locale.ROOT).contains("linux");
  }

  private static Optional<Path> folder(String... args) {
    return args.length == 0 || (args.length == 1 && args[0].equals(OPEN))
        ? Optional.empty()
        : Optional.of(Path.of(args[args.length - 1]));
  }

  /** The project's first flow, run as the window would, with what it did as text. */
  private static int runWithoutWindow(Path project) {
    Optional<String> flow =
        Files.isDirectory(project)
            ? ProjectModel.open(project).flows().stream()
                .map(StoredFlow::id)
                .map(id -> id.value())
                .findFirst()
            : Optional.empty();
    if (flow.isEmpty()) {
      return QarionCommand.execute("validate", "--project", project.toString());
    }
    System.out.printf(
        "There is no display for the designer; flow '%s' runs without it.%n", flow.get());
    return QarionCommand.execute("run", flow.get(), "--project", project.toString());
  }
}

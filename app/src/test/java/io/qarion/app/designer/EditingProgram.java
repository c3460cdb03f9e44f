package io.qarion.app.designer;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.JournalsElsewhere;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.settings.Samples;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A designer without a window in a process of its own: edits until it is killed. */
final class EditingProgram {

  private EditingProgram() {}

  /** Starts it on a project; its output says what it did. */
  static Process start(Path project) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EditingProgram.class.getName(),
                project.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Makes three edits, takes the last one back, and goes on living.
   *
   * @param arguments the folder of the project
   */
  static void main(String[] arguments) throws InterruptedException {
    BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    Path nowhere = Path.of(arguments[0]).resolveSibling("nowhere");
    var session =
        new DesignerSession(
            Plugins.load(),
            new TrustedProjects(nowhere, new Samples(nowhere, nowhere)),
            new JournalsElsewhere(nowhere),
            new BackgroundTasks(window::add),
            window::add,
            new Messages(Locale.ENGLISH));
    session.open(Path.of(arguments[0]));
    while (session.active().get().isEmpty()) {
      window.take().run();
    }
    FlowDocument flow = session.active().get().get();
    for (String name : List.of("first", "second", "third")) {
      flow.type(name, flow.document().text() + "# " + name + "\n");
    }
    flow.commands().undo();
    IO.println("edited");
    while (!Thread.currentThread().isInterrupted()) {
      window.take().run();
    }
  }
}

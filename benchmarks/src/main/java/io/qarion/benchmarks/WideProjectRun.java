package io.qarion.benchmarks;

import io.qarion.core.plan.CompiledFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;

/**
 * Chooses steps of many columns in the window, moves through them and edits a long text, and prints
 * how long the window's thread took to answer meanwhile.
 */
public final class WideProjectRun {

  private static final int ROUNDS = 3;
  private static final int EDITS = 10;
  private static final int SCROLLS = 8;
  private static final int SETTLE_MILLIS = 1500;
  private static final int SCROLL_MILLIS = 150;

  private final OpenWindow window;
  private final Heartbeat heartbeat;
  private final ShownRows rows;

  private WideProjectRun(OpenWindow window, Heartbeat heartbeat) {
    this.window = window;
    this.heartbeat = heartbeat;
    this.rows = new ShownRows(window);
  }

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> {});
    OpenWindow window = OpenWindow.ask(() -> new OpenWindow(user, Optional.empty()));
    var heartbeat = new Heartbeat(OpenWindow.ask(Thread::currentThread));
    Thread beats = Thread.ofPlatform().name("heartbeat").start(heartbeat);
    try {
      new WideProjectRun(window, heartbeat).measure(Path.of(args[0]));
    } finally {
      beats.interrupt();
      Platform.runLater(window::close);
    }
    beats.join();
    heartbeat.print();
  }

  private void measure(Path project) throws InterruptedException {
    window.open(project);
    rows.choose(WideProject.NARROW);
    Thread.sleep(SETTLE_MILLIS);
    for (int round = 0; round < ROUNDS; round++) {
      String when = round == 0 ? ", first time" : ", again";
      choose(WideProject.WIDE, "few to many columns" + when);
      choose(WideProject.OTHER, "many to other columns" + when);
      scroll("through the columns" + when);
      choose(WideProject.NARROW, "many to few columns" + when);
      choose("filter_" + round, "few to few columns" + when);
      rows.clear();
      choose(WideProject.NARROW, "nothing to few columns" + when);
    }
    edit("edit, the text out of sight");
    show("tab-text");
    Thread.sleep(SETTLE_MILLIS);
    edit("edit, the text in sight");
  }

  private void choose(String step, String name) throws InterruptedException {
    heartbeat.phase(name);
    var shown = new Figures();
    shown.add(rows.choose(step));
    Thread.sleep(SETTLE_MILLIS);
    heartbeat.phase("");
    System.out.println(shown.line(name + ", rows"));
  }

  private void scroll(String name) throws InterruptedException {
    heartbeat.phase(name);
    for (int i = 1; i <= SCROLLS; i++) {
      double part = (double) i / SCROLLS;
      OpenWindow.ask(() -> {
        ScrollBar bar = sideways();
        bar.setValue(bar.getMax() * part);
        return true;
      });
      Thread.sleep(SCROLL_MILLIS);
    }
    heartbeat.phase("");
  }

  private ScrollBar sideways() {
    return window.stage().getScene().lookup("#preview-grid").lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .findFirst()
        .orElseThrow();
  }

  private void show(String tab) {
    OpenWindow.ask(() -> {
      for (Node pane : window.stage().getScene().getRoot().lookupAll(".tab-pane")) {
        TabPane tabs = (TabPane) pane;
        tabs.getTabs().stream()
            .filter(one -> tab.equals(one.getId()))
            .forEach(tabs.getSelectionModel()::select);
      }
      return true;
    });
  }

  /** Writes other conditions, in the middle of the text, and waits until they are checked. */
  private void edit(String name) throws InterruptedException {
    heartbeat.phase(name);
    for (int i = 1; i <= EDITS; i++) {
      int least = i;
      CompiledFlow before =
          OpenWindow.ask(() -> {
            CompiledFlow checked = window.flow().compiled().get().orElseThrow();
            String text = window.flow().document().text();
            window
                .flow()
                .type("Type", text.replaceFirst("value_0 >= 30\\d*", "value_0 >= 30" + least));
            return checked;
          });
      OpenWindow.await(
          () -> window.flow().compiled().get().filter(now -> !now.equals(before)).isPresent());
    }
    Thread.sleep(SETTLE_MILLIS);
    heartbeat.phase("");
  }
}

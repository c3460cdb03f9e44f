package io.qarion.benchmarks;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectChange;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.RenameColumn;
import io.qarion.core.edit.rename.RenameDataset;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.Lineage;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Edits flows in the window as a user does, and prints how long each answer took. */
public final class EditingRun {

  private static final int ROUNDS = 30;
  private static final int WARM_UP = 10;

  private final OpenWindow window;

  private EditingRun(OpenWindow window) {
    this.window = window;
  }

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> {});
    OpenWindow window = OpenWindow.ask(() -> new OpenWindow(user, Optional.empty()));
    try {
      new EditingRun(window).measure(Path.of(args[0]));
    } finally {
      Platform.runLater(window::close);
    }
  }

  private void measure(Path project) throws InterruptedException {
    window.open(project);
    OpenWindow.await(() ->
        window.context().session().flows().stream()
            .allMatch(flow -> flow.compiled().get().isPresent()));
    list("edit.add-step", "quick", "what comes next", "der");
    list("edit.find", "find", "everything in all flows", "amount");
    add();
    rename();
    follow();
  }

  /** What comes of a new name for what all flows read, and of one of its columns. */
  private void rename() {
    List<FlowDocument> flows =
        OpenWindow.ask(() -> List.copyOf(window.context().session().flows()));
    var texts = new ProjectTexts(flows.stream().map(FlowDocument::document).toList(), List.of());
    var schemas = new HashMap<DatasetName, Schema>();
    flows.stream()
        .flatMap(flow -> flow.compiled().get().orElseThrow().datasets().stream())
        .forEach(
            dataset -> schemas.put(dataset.name(), TechnicalColumns.visible(dataset.schema(), "")));
    Plugins plugins = window.context().session().plugins();
    var known = new Known(plugins.ruleTypes(), plugins.taskTypes(), plugins.flows(), schemas);
    var shared = new DatasetName(ManyFlows.SHARED);
    print(
        "a dataset renamed in all flows",
        flows.size(),
        () -> new RenameDataset(texts, known).of(shared, new DatasetName("bought")));
    print(
        "a column renamed in all flows",
        flows.size(),
        () ->
            new RenameColumn(texts, known)
                .of(flows.getFirst().document().fileName(), new TaskId("price"), "amount", "paid"));
  }

  private static void print(String name, int flows, Supplier<ProjectChange> work) {
    var figures = new Figures();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      ProjectChange done = work.get();
      if (round >= 0) {
        figures.add(System.nanoTime() - start);
      }
      if (done.documents().size() != flows) {
        throw new IllegalStateException(done.documents().size() + " flows were changed");
      }
    }
    System.out.println(figures.line(name));
  }

  /** What all columns of the project are made of, and the way of one of them. */
  private void follow() {
    List<CompiledFlow> flows =
        OpenWindow.ask(() ->
            window.context().session().flows().stream()
                .map(flow -> flow.compiled().get().orElseThrow())
                .toList());
    OpenProject project = window.context().session().project().get().orElseThrow();
    var amount = new ColumnId(new DatasetName(ManyFlows.SHARED), "amount");
    var figures = new Figures();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Lineage lineage = Lineage.of(flows.stream().map(project::lineage).toList());
      if (lineage.impact(amount).size() < flows.size()) {
        throw new IllegalStateException("not all flows were found");
      }
      if (round >= 0) {
        figures.add(System.nanoTime() - start);
      }
    }
    System.out.println(figures.line("a column followed through all flows"));
  }

  /** Opens a list, types into it and closes it, each time with the drawing of what it shows. */
  private void list(String action, String id, String name, String words) {
    var opened = new Figures();
    var typed = new Figures();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long open =
          OpenWindow.ask(() -> {
            long start = System.nanoTime();
            window.context().actions().get(action).run();
            draw();
            return System.nanoTime() - start;
          });
      long search =
          OpenWindow.ask(() -> {
            long start = System.nanoTime();
            ((TextField) find(id + "-search")).setText(words);
            draw();
            long time = System.nanoTime() - start;
            if (((ListView<?>) find(id + "-list")).getItems().isEmpty()) {
              throw new IllegalStateException("nothing was found");
            }
            press(find(id + "-search"), KeyCode.ESCAPE);
            return time;
          });
      if (round >= 0) {
        opened.add(open);
        typed.add(search);
      }
    }
    System.out.println(opened.line(name + ", opened"));
    System.out.println(typed.line(name + ", looked through"));
  }

  /** From Enter in the quick list to the card on the canvas, and back. */
  private void add() throws InterruptedException {
    var shown = new Figures();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      int cards = OpenWindow.ask(this::steps);
      long start =
          OpenWindow.ask(() -> {
            window.context().actions().get("edit.add-step").run();
            ((TextField) find("quick-search")).setText("sort");
            long now = System.nanoTime();
            press(find("quick-search"), KeyCode.ENTER);
            return now;
          });
      OpenWindow.await(() -> steps() > cards);
      if (round >= 0) {
        shown.add(System.nanoTime() - start);
      }
      window.act("edit.undo");
      OpenWindow.await(() -> steps() == cards);
    }
    System.out.println(shown.line("a step added, checked"));
  }

  private int steps() {
    return window.flow().compiled().get().orElseThrow().dag().steps().size();
  }

  private void draw() {
    Parent root = window.stage().getScene().getRoot();
    root.applyCss();
    root.layout();
  }

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private Node find(String id) {
    return window.stage().getScene().lookup("#" + id);
  }
}

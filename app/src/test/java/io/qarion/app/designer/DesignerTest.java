package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DesignerTest {

  @TempDir private Path folder;
  @TempDir private Path user;
  private AppContext context;
  private Scene scene;

  @Start
  void start(Stage stage) throws IOException {
    copy(Path.of(System.getProperty("qarion.root"), "examples", "jaffle-shop"), folder);
    Path examples = Path.of(System.getProperty("qarion.root"), "examples");
    context =
        new AppContext(
            Plugins.load(),
            Locale.ENGLISH,
            new UserPlaces(user, examples, user.resolve("samples")),
            _ -> Optional.empty());
    scene = context.shell().scene(1440, 900);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> context.session().close());
  }

  @Test
  void opensRunsAndShowsHowEachStepWent(FxRobot robot) throws Exception {
    await(() -> scene.lookup("#sample-flights") != null);
    picture("welcome");
    robot.interact(() -> context.session().open(folder));
    await(() -> scene.lookup(".node-card") != null);
    picture("open");
    robot.interact(() -> context.actions().get("run.start").run());
    await(() -> flow().runState().last().get().isPresent());
    assertThat(flow().runState().nodes().values())
        .allMatch(state -> state.status() == NodeState.Status.DONE);
    WaitForAsyncUtils.waitForFxEvents();
    picture("after-run");
    robot.interact(() -> flow().selection().set(Optional.of(new TaskId("payments"))));
    WaitForAsyncUtils.waitForFxEvents();
    picture("inspector");
    robot.clickOn("#tab-text");
    robot.interact(() -> flow().type("Type", flow().document().text().replace("amount >=", "amont >=")));
    await(() -> !flow().problems().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    picture("text-mistake");
    robot.interact(() -> flow().commands().undo());
    robot.interact(() -> context.theme().choice().set(Theme.Choice.DARK));
    WaitForAsyncUtils.waitForFxEvents();
    picture("after-run-dark");
  }

  private FlowDocument flow() {
    return context.session().active().get().orElseThrow();
  }

  private void picture(String name) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          try {
            Pictures.write(scene, Path.of("target", "pictures", name + ".png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String relative = from.relativize(file).toString();
        if (!relative.startsWith(".qarion") && !relative.startsWith("out")) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}

package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Nothing of a project from elsewhere runs before the user has trusted it. */
@ExtendWith(ApplicationExtension.class)
class TrustTest {

  private static final String MORE =
      """

      [[tasks]]
      id = "count_customers"
      type = "transformation"
      source_dataset_ids = ["raw_customers"]
      target_dataset_id = "customer_count"
      dependencies = ["load_customers"]

      [tasks.config]
      sql = "select count(*) as customers from {{ raw_customers }}"
      """;

  @TempDir private Path folder;
  private Window window;
  private Path project;
  private Path file;

  @Start
  void start(Stage stage) throws Exception {
    project = Window.example("jaffle-shop", folder);
    file = project.resolve("flows/shop.toml");
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aProjectFromElsewhereIsShownButNeitherReadNorRun(FxRobot robot) throws Exception {
    window.openAsItIs(project);
    window.select("load_customers");

    assertThat(text()).startsWith("This project was not made here").contains("read 3 files");
    assertThat(shown("preview-title")).isEmpty();
    assertThat(window.scene().getRoot().lookupAll(".node-card")).hasSizeGreaterThan(5);
    window.picture("trust-asked");
    robot.push(KeyCode.F5);
    assertThat(window.find("trust-trust").isFocused()).isTrue();
    assertThat(window.flow().runState().running().get()).isFalse();
    assertThat(window.flow().runState().last().get()).isEmpty();
    assertThat(project.resolve("out")).doesNotExist();
    robot.clickOn("#trust-details");
    assertThat(List.<Object>copyOf(((ListView<?>) window.find("trust-touches")).getItems()))
        .contains("Read data/raw_customers.csv", "Write out/customers.csv");
    window.picture("trust-details");
  }

  @Test
  void theQuestionCanWaitAndF5BringsItBack(FxRobot robot) throws Exception {
    window.openAsItIs(project);
    robot.clickOn("#trust-fold");

    assertThat(text()).isEqualTo("Nothing in this project runs until you trust it.");
    assertThat(window.find("trust-trust").isVisible()).isFalse();
    window.picture("trust-folded");
    robot.push(KeyCode.F5);
    assertThat(window.find("trust-trust").isFocused()).isTrue();
    assertThat(text()).startsWith("This project was not made here");
  }

  @Test
  void onceTrustedRowsAreSeenAndItRunsAndNobodyAsksAgain(FxRobot robot) throws Exception {
    window.openAsItIs(project);
    window.select("load_customers");
    robot.push(KeyCode.F5);

    robot.push(KeyCode.ENTER);

    assertThat(window.find("trust").isVisible()).isFalse();
    window.awaitThat(() -> shown("preview-summary").startsWith("100 rows"));
    window.run();
    assertThat(project.resolve("out")).isDirectory();
    reopen();
    assertThat(window.find("trust").isVisible()).isFalse();
    window.run();
  }

  @Test
  void whatReachesFurtherFromOutsideIsAskedAboutAtOnce(FxRobot robot) throws Exception {
    window.open(project);
    assertThat(window.find("trust").isVisible()).isFalse();

    Files.writeString(file, Files.readString(file) + MORE);

    window.awaitThat(() -> window.find("trust").isVisible());
    assertThat(text()).contains("reaches further").endsWith("It would also run 1 SQL statement.");
    window.picture("trust-widened");
    window.act("edit.undo");
    assertThat(window.find("trust").isVisible()).isFalse();
    window.act("edit.redo");
    assertThat(window.find("trust").isVisible()).isTrue();
    window.act("run.trust");
    assertThat(window.find("trust").isVisible()).isFalse();
  }

  @Test
  void whatReachedFurtherWhileItWasClosedIsAskedAbout() throws Exception {
    window.open(project);
    window.act("file.close-project");
    Files.writeString(file, Files.readString(file) + MORE);

    window.openAsItIs(project);

    assertThat(text()).startsWith("This project has changed since you trusted it");
  }

  @Test
  void anotherFilterFromOutsideIsNot() throws Exception {
    window.open(project);
    String edited = Files.readString(file) + "# theirs\n";

    Files.writeString(file, edited);

    window.awaitThat(() -> window.flow().document().text().equals(edited));
    assertThat(window.context().session().trust().state().get()).isEqualTo(new Trust.Given());
  }

  @Test
  void editsInTheWindowAreTrustedWithTheProject(FxRobot robot) throws Exception {
    window.open(project);
    String edited = window.flow().document().text() + MORE;
    robot.interact(() -> window.flow().type("Type", edited));
    assertThat(window.find("trust").isVisible()).isFalse();
    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());

    reopen();

    assertThat(window.find("trust").isVisible()).isFalse();
    robot.interact(() -> window.flow().type("Type", edited.replace(MORE, "")));
    reopen();
    assertThat(window.find("trust").isVisible()).isFalse();
  }

  @Test
  void samplesOfTheProgramAreTrusted(FxRobot robot) throws Exception {
    window.awaitThat(() -> window.scene().lookup("#sample-flights") != null);

    robot.clickOn("#sample-flights");

    window.awaitThat(() -> window.context().session().active().get().isPresent());
    assertThat(window.find("trust").isVisible()).isFalse();
    window.run();
  }

  @Test
  void aProjectThatKeepsItsTablesElsewhereIsNotOpenedUntrusted() throws Exception {
    Path settings = project.resolve("qarion-etl.toml");
    Files.writeString(
        settings,
        Files.readString(settings) + "\n[metadata_engine.config]\npath = \"../elsewhere.db\"\n");

    window.willChoose(project);
    window.act("file.open");

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(shown("failure")).contains("'../elsewhere.db' lies outside the project");
    assertThat(folder.resolve("elsewhere.db")).doesNotExist();
  }

  @Test
  void whatIsTrustedIsAskedAgainWhereItCanNotBeRead() throws Exception {
    window.trust(project);
    Path list = folder.resolve("settings/trusted-projects.txt");
    Files.writeString(list, "damaged\n");

    window.openAsItIs(project);

    assertThat(text()).startsWith("This project was not made here");
    assertThat(shown("failure")).contains("is damaged, so no project is trusted");
    window.act("run.trust");
    assertThat(window.find("trust").isVisible()).isFalse();
    window.run();
    assertThat(list).hasContent("damaged");
  }

  private void reopen() throws Exception {
    window.act("file.close-project");
    window.openAsItIs(project);
  }

  private String text() {
    return shown("trust-text");
  }

  private String shown(String id) {
    return window.seek("#" + id).map(Label.class::cast).map(Label::getText).orElse("");
  }
}

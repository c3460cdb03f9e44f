package io.qarion.app.designer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Proposals below the carets of real controls. */
@ExtendWith(ApplicationExtension.class)
class ProposalPopupTest {

  private static final List<String> WORDS = List.of("columns", "condition", "operation");

  private final List<String> words = new ArrayList<>(WORDS);
  private final List<ProposalPopup> popups = new ArrayList<>();

  private TextField field;
  private TextArea area;
  private CodeArea code;

  @Start
  void start(Stage stage) {
    field = new TextField();
    area = new TextArea();
    code = new CodeArea();
    Stream.of(ProposalField.of(field), ProposalField.of(area), ProposalField.of(code))
        .forEach(each -> popups.add(new ProposalPopup(each, this::find, "Words")));
    code.setPrefHeight(200);
    stage.setScene(new Scene(new VBox(field, area, code), 600, 500));
    stage.show();
  }

  private Proposals find(String text, int caret) {
    int from = caret;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, caret);
    return new Proposals(
        from,
        caret,
        words.stream()
            .filter(known -> known.startsWith(word))
            .map(known -> new Proposal(known, "word", "What " + known + " means."))
            .toList());
  }

  @Test
  void whatIsKnownLaterIsProposedForWhatWasTyped(FxRobot robot) throws Exception {
    robot.clickOn(field).write("la");
    awaitShown(false);
    robot.interact(() -> {
      words.add("later");
      popups.getFirst().renew();
    });
    awaitShown(true);
    robot.type(KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("later");
  }

  @Test
  void whatIsKnownLaterDoesNotOpenAListThatWasClosed(FxRobot robot) throws Exception {
    robot.clickOn(field).write("co");
    awaitShown(true);
    robot.type(KeyCode.ESCAPE);
    awaitShown(false);
    robot.interact(() -> popups.getFirst().renew());
    awaitShown(false);
  }

  @Test
  void aWordThatIsTypedIsCompletedByEnter(FxRobot robot) throws Exception {
    robot.clickOn(field).write("co");
    awaitShown(true);
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("condition");
    awaitShown(false);

    robot.clickOn(area).write("o");
    awaitShown(true);
    robot.type(KeyCode.TAB);
    assertThat(area.getText()).isEqualTo("operation");
    assertThat(area.isFocused()).isTrue();
  }

  @Test
  void anAreaWithStyledTextHasItTooAndEnterIsANewLineElse(FxRobot robot) throws Exception {
    robot.clickOn(code).write("co");
    awaitShown(true);
    robot.type(KeyCode.UP, KeyCode.ENTER, KeyCode.ENTER);
    assertThat(code.getText()).isEqualTo("condition\n");
    awaitShown(false);
  }

  @Test
  void itIsAskedForByControlAndSpaceAndGoesByEscapeAndWithTheFocus(FxRobot robot) throws Exception {
    robot.clickOn(field);
    ask(robot);
    awaitShown(true);
    robot.type(KeyCode.ESCAPE);
    awaitShown(false);

    ask(robot);
    awaitShown(true);
    robot.interact(area::requestFocus);
    awaitShown(false);
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void itFollowsTheWordBackAndClosesWhereNothingFits(FxRobot robot) throws Exception {
    robot.clickOn(field).write("con");
    awaitShown(true);
    robot.type(KeyCode.BACK_SPACE, KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("columns");

    robot.write(" cox");
    awaitShown(false);
    robot.type(KeyCode.BACK_SPACE).write("n");
    awaitShown(true);
    robot.clickOn(".proposals .list-cell");
    assertThat(field.getText()).isEqualTo("columns condition");
  }

  private static void ask(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
  }

  private static void awaitShown(boolean shown) throws TimeoutException {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.asyncFx(
                        () -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance))
                    .get()
                == shown);
  }
}

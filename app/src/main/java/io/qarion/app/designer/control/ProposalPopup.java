package io.qarion.app.designer.control;

import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Popup;
import javafx.stage.Screen;

/**
 * Proposes, below the caret, what could be written there. It opens by Ctrl+Space and while a word
 * is typed; Enter or Tab takes what is chosen, Esc closes.
 */
public final class ProposalPopup {

  /** Finds what could be written at a caret; quick enough to be asked with every key. */
  @FunctionalInterface
  public interface Proposer {
    Proposals at(String text, int caret);
  }

  private static final KeyCombination ASK = KeyCombination.keyCombination("Ctrl+Space");
  private static final double GAP = 4;
  private static final double LINE = 24;

  private final ProposalField field;
  private final Proposer proposer;
  private final ProposalModel model = new ProposalModel();
  private final Popup popup = new Popup();
  private final ProposalListView view;
  private boolean typing;
  private boolean justTyped;

  /**
   * Serves a control as long as that lives.
   *
   * @param accessibleText what the list is, for screen readers
   */
  public ProposalPopup(ProposalField field, Proposer proposer, String accessibleText) {
    this.field = field;
    this.proposer = proposer;
    view = new ProposalListView(model, accessibleText, this::take);
    popup.getContent().add(view);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    popup.setHideOnEscape(false);
    popup.setOnAutoHide(_ -> model.close());
    model.open().subscribe(this::showOrHide);
    listen(field.node());
  }

  /** Proposes anew for what was just typed, since other things can be proposed now. */
  public void renew() {
    if (model.open().get()) {
      model.moved(find());
    } else if (justTyped) {
      model.typed(find(), field.text(), caret());
    }
  }

  private void listen(Node node) {
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    // What is scrolled moves away from below the list.
    node.addEventFilter(ScrollEvent.SCROLL, _ -> model.close());
    node.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            justTyped = false;
            model.close();
          }
        });
    // A form that is made anew takes its fields away, and the list takes its looks from them.
    node.sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            model.close();
          }
        });
    field.caret().subscribe(_ -> follow());
  }

  private void pressed(KeyEvent event) {
    typing = false;
    justTyped = false;
    if (ASK.match(event)) {
      model.ask(find());
      event.consume();
    } else if (model.open().get() && !isWithModifier(event) && isTaken(event.getCode())) {
      event.consume();
    }
  }

  private boolean isTaken(KeyCode code) {
    switch (code) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case ENTER, TAB -> take();
      case ESCAPE -> model.close();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void typed(KeyEvent event) {
    boolean command = event.isShortcutDown() && !event.isAltDown();
    String sign = event.getCharacter();
    typing = !command && !sign.isEmpty() && sign.charAt(0) > ' ' && sign.charAt(0) != '\u007f';
  }

  private static boolean isWithModifier(KeyEvent event) {
    return event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown();
  }

  /** The caret has moved, and the text is new already if it has moved by typing. */
  private void follow() {
    justTyped = typing;
    if (typing) {
      typing = false;
      Proposals found = find();
      model.typed(found, field.text(), caret());
    } else if (model.open().get()) {
      model.moved(find());
    }
  }

  private Proposals find() {
    return proposer.at(field.text(), caret());
  }

  private int caret() {
    return Math.min(field.caret().getValue().intValue(), field.text().length());
  }

  private void take() {
    Proposals shown = model.proposals().get();
    model.take().ifPresent(taken -> field.replace(shown.from(), shown.to(), taken.inserted()));
  }

  private void showOrHide(boolean open) {
    if (open) {
      // The caret of what was just typed is drawn with the next frame only.
      Platform.runLater(this::show);
    } else {
      popup.hide();
    }
  }

  private void show() {
    if (model.open().get() && !popup.isShowing() && field.node().getScene() != null) {
      field.belowCaret().ifPresentOrElse(this::show, model::close);
    }
  }

  /**
   * Below the line of the caret; above it where the screen ends. It is measured once it is shown:
   * before it has no window to take its looks from.
   */
  private void show(Point2D below) {
    popup.show(field.node(), below.getX(), below.getY() + GAP);
    double height = view.prefHeight(view.getPrefWidth());
    boolean fits =
        Screen.getScreensForRectangle(below.getX(), below.getY(), 1, 1).stream()
            .allMatch(screen -> below.getY() + GAP + height <= screen.getVisualBounds().getMaxY());
    if (!fits) {
      popup.setY(below.getY() - LINE - height);
    }
  }
}

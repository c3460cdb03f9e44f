package io.qarion.app.designer.find;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.control.SearchList;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.theme.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** Finds something in all flows and leads to it. */
public final class FindPane extends Overlay {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;
  private static final int MOST = 200;

  private final DesignerSession session;
  private final Messages messages;
  private final SearchList<Found> search;
  private List<Found> all = List.of();

  public FindPane(DesignerSession session, Icons icons, Messages messages) {
    begin("find", "palette", "find");
    this.session = session;
    this.messages = messages;
    search =
        new SearchList<>("find", messages.get("find.prompt"), _ -> new FoundCell(icons, messages));
    search.setMaxSize(WIDTH, HEIGHT);
    getChildren().add(search);
    closeBeside();
  }

  /** Opens this, for menus and shortcuts. */
  public List<Action> actions(ObservableValue<Boolean> possible) {
    return List.of(
        new Action(
            "edit.find",
            messages.get("action.edit.find"),
            "fth-search",
            Optional.of(KeyCombination.valueOf("Shortcut+F")),
            possible,
            this::open));
  }

  /** What is there now is looked through; nothing of it takes time to get. */
  private void open() {
    all = session.flows().stream().flatMap(flow -> FlowWords.of(flow).stream()).toList();
    appear();
    search.open("", this::found, this::show, this::close);
  }

  private List<Found> found(String text) {
    return best(all, text);
  }

  /** The best of what holds a text; steps alone while nothing is typed. */
  static List<Found> best(List<Found> all, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(each -> wanted.isEmpty() ? each.kind() == Found.Kind.STEP : each.fits(wanted) > 0)
        .sorted(
            Comparator.comparingInt((Found each) -> -each.fits(wanted)).thenComparing(Found::kind))
        .limit(MOST)
        .toList();
  }

  private void show(Found found) {
    session.active().set(Optional.of(found.flow()));
    found.step().ifPresent(step -> found.flow().selection().set(Optional.of(step)));
    found.note().ifPresent(note -> found.flow().note().set(Optional.of(note)));
  }
}

package io.qarion.app.designer.shell;

import io.qarion.app.designer.control.Delay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SplitPane;

/** The places of the dividers between panels, as shares of what they divide, in a fixed order. */
public final class PanelSizes {

  private static final long PAUSE_MILLIS = 300;
  private static final int PER_MILLE = 1_000;

  private final List<SplitPane> panes;
  private final ObjectProperty<List<Integer>> places = new SimpleObjectProperty<>(List.of());
  private final Delay pause = new Delay(PAUSE_MILLIS);

  PanelSizes(List<SplitPane> panes) {
    this.panes = List.copyOf(panes);
    places.set(now());
    places.addListener((_, _, wanted) -> move(wanted));
    this.panes.stream()
        .flatMap(pane -> pane.getDividers().stream())
        .forEach(divider ->
            divider.positionProperty().addListener((_, _, _) -> pause.restart(this::moved)));
  }

  /** In thousandths; where a user drags a divider it changes a little later. */
  public ObjectProperty<List<Integer>> places() {
    return places;
  }

  /** As a line of text. */
  public static String text(List<Integer> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** What a line of text stands for; empty if it is none of these. */
  public static Optional<List<Integer>> parse(String text) {
    return text.matches("\\d{1,4}( \\d{1,4})*")
        ? Optional.of(Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList())
        : Optional.empty();
  }

  private List<Integer> now() {
    return panes.stream()
        .flatMap(pane -> pane.getDividers().stream())
        .map(divider -> (int) Math.round(divider.getPosition() * PER_MILLE))
        .toList();
  }

  private void moved() {
    places.set(now());
  }

  /** Places of another version of the window have another number; they are passed over. */
  private void move(List<Integer> wanted) {
    List<Integer> now = now();
    if (wanted.size() != now.size() || wanted.equals(now)) {
      return;
    }
    int next = 0;
    for (SplitPane pane : panes) {
      for (SplitPane.Divider divider : pane.getDividers()) {
        divider.setPosition(wanted.get(next) / (double) PER_MILLE);
        next++;
      }
    }
  }
}

package io.qarion.app.designer.control;

import io.qarion.app.designer.data.Bar;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** A small bar chart in one line; a click on a bar chooses it. */
public final class BarStrip extends Region {

  private static final double GAP = 1;
  private static final double WIDEST = 32;
  private static final double LOWEST = 2;

  private final Path path = new Path();
  private final Rectangle hovered = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private List<Bar> bars = List.of();
  private Function<Bar, String> words = Bar::label;

  /**
   * @param words says in full what a bar stands for
   */
  public BarStrip(List<Bar> bars, Function<Bar, String> words, Consumer<Bar> chosen) {
    getStyleClass().add("bar-strip");
    path.getStyleClass().add("bars");
    path.setMouseTransparent(true);
    hovered.getStyleClass().add("hovered");
    hovered.setMouseTransparent(true);
    hovered.setVisible(false);
    getChildren().addAll(path, hovered);
    setPickOnBounds(true);
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> hovered.setVisible(false));
    setOnMousePressed(MouseEvent::consume);
    setOnMouseReleased(MouseEvent::consume);
    setOnMouseClicked(event -> {
      int index = index(event.getX());
      if (index >= 0) {
        chosen.accept(this.bars.get(index));
      }
      event.consume();
    });
    show(bars, words);
  }

  /** Shows other bars. */
  public void show(List<Bar> newBars, Function<Bar, String> newWords) {
    bars = List.copyOf(newBars);
    words = newWords;
    if (bars.isEmpty()) {
      Tooltip.uninstall(this, tooltip);
    } else {
      Tooltip.install(this, tooltip);
    }
    hovered.setVisible(false);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    path.getElements().clear();
    long most = bars.stream().mapToLong(Bar::count).max().orElse(0);
    double step = step();
    for (int i = 0; i < bars.size(); i++) {
      long count = bars.get(i).count();
      if (count > 0) {
        double tall = Math.max(LOWEST, Math.floor(getHeight() * count / most));
        block(Math.rint(i * step), getHeight() - tall, Math.rint((i + 1) * step) - GAP);
      }
    }
  }

  private void block(double left, double top, double right) {
    path.getElements()
        .addAll(
            new MoveTo(left, top),
            new LineTo(Math.max(left + 1, right), top),
            new LineTo(Math.max(left + 1, right), getHeight()),
            new LineTo(left, getHeight()),
            new ClosePath());
  }

  private void hover(MouseEvent event) {
    int index = index(event.getX());
    hovered.setVisible(index >= 0);
    if (index >= 0) {
      hovered.setX(Math.rint(index * step()));
      hovered.setWidth(step() - GAP);
      hovered.setHeight(getHeight());
      tooltip.setText(words.apply(bars.get(index)));
    }
  }

  private int index(double x) {
    int index = (int) Math.floor(x / step());
    return index >= 0 && index < bars.size() ? index : -1;
  }

  private double step() {
    return Math.min(WIDEST, getWidth() / Math.max(1, bars.size()));
  }
}

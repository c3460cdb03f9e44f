package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ViewportTest {

  @Test
  void zoomingKeepsThePointUnderThePointer() {
    var viewport = new Viewport(0.8, 40, -20);
    Point2D before = viewport.toCanvas(300, 200);

    Point2D after = viewport.zoomed(1.7, 300, 200).toCanvas(300, 200);

    assertThat(after.distance(before)).isCloseTo(0, within(1e-9));
  }

  @Test
  void zoomHasLimits() {
    assertThat(Viewport.WHOLE_SIZE.zoomed(1e9, 0, 0).scale()).isEqualTo(Viewport.MOST);
    assertThat(Viewport.WHOLE_SIZE.zoomed(1e-9, 0, 0).scale()).isEqualTo(Viewport.LEAST);
  }

  @Test
  void fittingShowsEverythingInTheMiddleAndNeverEnlarges() {
    var area = new BoundingBox(100, 100, 2000, 500);

    Viewport viewport = Viewport.fitting(area, 1000, 600, 50);

    assertThat(viewport.visible(1000, 600).contains(area)).isTrue();
    assertThat(viewport.scale()).isEqualTo(0.45);
    assertThat(Viewport.fitting(new BoundingBox(0, 0, 10, 10), 1000, 600, 50).scale()).isOne();
    assertThat(Viewport.fitting(new BoundingBox(0, 0, 0, 0), 1000, 600, 50))
        .isEqualTo(Viewport.WHOLE_SIZE);
  }

  @Test
  void aLongGraphOpensReadablyAtItsStart() {
    var area = new BoundingBox(0, 0, 10_000, 100);

    Viewport viewport = Viewport.opening(area, 1000, 600, 48);

    assertThat(viewport.scale()).isEqualTo(0.6);
    assertThat(viewport.toScreen(Point2D.ZERO).getX()).isEqualTo(48);
  }
}

package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlignmentTest {

  private static final TaskId A = new TaskId("a");
  private static final TaskId B = new TaskId("b");
  private static final TaskId C = new TaskId("c");
  private static final List<CanvasNode> CARDS =
      List.of(card(A, 0, 400), card(B, 64, 0), card(C, 800, 80));

  @ParameterizedTest
  @CsvSource({
    "LEFT, 0, 400, 0, 0, 0, 80",
    "CENTRE, 400, 400, 400, 0, 400, 80",
    "RIGHT, 800, 400, 800, 0, 800, 80",
    "TOP, 0, 0, 64, 0, 800, 0",
    "MIDDLE, 0, 200, 64, 200, 800, 200",
    "BOTTOM, 0, 400, 64, 400, 800, 400",
    "ACROSS, 0, 400, 400, 0, 800, 80",
    "DOWN, 0, 400, 64, 0, 800, 200"
  })
  void cardsComeToStand(
      Alignment alignment, double ax, double ay, double bx, double by, double cx, double cy) {
    assertThat(alignment.places(CARDS))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(A, new Point2D(ax, ay), B, new Point2D(bx, by), C, new Point2D(cx, cy)));
  }

  @ParameterizedTest
  @EnumSource
  void allAreOnTheGridThen(Alignment alignment) {
    List<CanvasNode> crooked = List.of(card(A, 3, 5), card(B, 101, 7), card(C, 333, 55));

    assertThat(alignment.places(crooked).values())
        .allMatch(place -> place.getX() % 8 == 0 && place.getY() % 8 == 0);
  }

  @Test
  void linesShowWhereAMovedCardLinesUpWithOthers() {
    Guides near = Guides.of(new Point2D(67, 300), CARDS, 6);
    assertThat(near.place()).isEqualTo(new Point2D(64, 304));
    assertThat(near.lines()).hasSize(1);

    Guides both = Guides.of(new Point2D(796, 396), CARDS, 6);
    assertThat(both.place()).isEqualTo(new Point2D(800, 400));
    assertThat(both.lines()).hasSize(2);

    Guides free = Guides.of(new Point2D(300, 205), CARDS, 6);
    assertThat(free.place()).isEqualTo(new Point2D(304, 208));
    assertThat(free.lines()).isEmpty();
  }

  private static CanvasNode card(TaskId id, double x, double y) {
    return new CanvasNode(id, id.value(), "transformation", "", new Point2D(x, y));
  }
}

package io.qarion.app.designer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Columns of a table that is not shown, and is looked at where the test says. */
@ExtendWith(ApplicationExtension.class)
class GridColumnsTest {

  private static final int MANY = 400;

  private final TableColumn<GridRow, GridRow> number = new TableColumn<>("");
  private TableView<GridRow> grid;
  private GridColumns columns;

  @Start
  void start(Stage stage) {
    grid = new TableView<>();
    grid.getColumns().add(number);
    grid.resize(1000, 300);
    columns = new GridColumns(grid, number, GridColumnsTest::column);
  }

  @Test
  void theTableHasTheColumnsInSightAndAGapAsWideAsTheOthers(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY), 0);
      double width = width();
      assertThat(grid.getColumns()).hasSizeBetween(8, 20);
      assertThat(grid.getColumns().getLast()).isInstanceOf(GapColumn.class);
      assertThat(columns.visibleNames()).hasSize(MANY);

      columns.see(width / 2);
      assertThat(inTable()).doesNotContain("c0", "c399").contains("c200");
      assertThat(grid.getColumns()).hasSizeBetween(8, 25);
      columns.see(width - 1000);
      assertThat(inTable()).contains("c399");
      assertThat(width()).isEqualTo(width);
    });
  }

  @Test
  void aColumnThatIsHiddenTakesNoRoomInAGap(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY), 0);
      double width = width();
      GridColumn far = columns.find("c350").orElseThrow();
      far.setVisible(false);
      columns.see(0);

      assertThat(width()).isEqualTo(width - far.getWidth());
      assertThat(columns.visibleNames()).hasSize(MANY - 1).doesNotContain("c350");
    });
  }

  @Test
  void whatIsSortedOrMovedStaysSoWhileOthersComeAndGo(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY), 0);
      grid.setSortPolicy(_ -> true);
      grid.getSortOrder().add(columns.find("c1").orElseThrow());
      grid.getColumns().add(1, grid.getColumns().remove(3));
      columns.see(width() - 1000);

      assertThat(grid.getSortOrder()).extracting(TableColumn::getText).containsExactly("c1");
      assertThat(columns.visibleNames()).hasSize(MANY).startsWith("c2", "c0", "c1", "c3");
    });
  }

  @Test
  void theNextStepIsShownByTheSameColumnsInTheirFirstOrder(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", 8), 0);
      var before = new ArrayList<>(grid.getColumns());
      grid.getColumns().add(grid.getColumns().remove(2));
      columns.find("c0").orElseThrow().setVisible(false);

      columns.become(samples("d", 6), 0);
      assertThat(grid.getColumns()).isEqualTo(before.subList(0, 7));
      assertThat(columns.visibleNames()).containsExactly("d0", "d1", "d2", "d3", "d4", "d5");
      assertThat(columns.find("c0")).isEmpty();
    });
  }

  @Test
  void aColumnFarAwayIsFound(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY), 0);
      columns.scrollTo(columns.find("c350").orElseThrow());
      assertThat(inTable()).contains("c350").doesNotContain("c0");
    });
  }

  @Test
  void aHeaderIsDrawnWhenItIsSeenAndShowsTheNextStepThen(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY), 0);
      assertThat(columns.find("c1").orElseThrow().getGraphic().getAccessibleText()).contains("c1");
      assertThat(columns.find("c350").orElseThrow().getGraphic()).isNull();

      columns.become(samples("d", 3), 0);
      assertThat(columns.find("d1").orElseThrow().getGraphic().getAccessibleText()).contains("d1");
    });
  }

  private double width() {
    return grid.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
  }

  private List<String> inTable() {
    return grid.getColumns().stream().map(TableColumn::getText).toList();
  }

  private static GridColumn column(int index) {
    var messages = new Messages(Locale.ENGLISH);
    var ui = new QueuedUiThread();
    var model = new PreviewModel(new BackgroundTasks(ui), ui);
    return new GridColumn(
        index, model, messages, () -> new ColumnHeader(new PreviewTexts(messages), _ -> {}));
  }

  private static List<ColumnSample> samples(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new ColumnSample(Column.of(name + i, PlainType.INTEGER), 1, 0, List.of(), false, 1))
        .toList();
  }
}

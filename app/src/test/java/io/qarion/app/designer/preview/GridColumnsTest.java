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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Columns of a grid whose frames are not drawn, so that no column comes by itself. */
@ExtendWith(ApplicationExtension.class)
class GridColumnsTest {

  private static final int MANY = 400;

  private final TableColumn<GridRow, GridRow> number = new TableColumn<>("");
  private TableView<GridRow> grid;
  private GridColumns columns;

  @BeforeEach
  void make(FxRobot robot) {
    robot.interact(() -> {
      grid = new TableView<>();
      grid.getColumns().add(number);
      grid.resize(1000, 300);
      columns = new GridColumns(grid, number, GridColumnsTest::column);
    });
  }

  @Test
  void allColumnsAreKnownBeforeTheyHaveCome(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", MANY));
      columns.find("c350").orElseThrow().setVisible(false);
      assertThat(grid.getColumns()).hasSizeLessThan(20);
      assertThat(columns.visibleNames()).hasSize(MANY - 1).contains("c399").doesNotContain("c350");

      columns.bringAll();
      assertThat(grid.getColumns()).hasSize(MANY + 1);
      assertThat(columns.visibleNames()).hasSize(MANY - 1);
    });
  }

  @Test
  void theNextStepIsShownByTheSameColumnsInTheirFirstOrder(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", 8));
      columns.bringAll();
      var before = new ArrayList<>(grid.getColumns());
      grid.getColumns().add(grid.getColumns().remove(2));
      columns.find("c0").orElseThrow().setVisible(false);

      columns.become(samples("d", 6));
      columns.bringAll();
      assertThat(grid.getColumns()).isEqualTo(before.subList(0, 7));
      assertThat(columns.visibleNames()).containsExactly("d0", "d1", "d2", "d3", "d4", "d5");
      assertThat(columns.find("c0")).isEmpty();
    });
  }

  @Test
  void aHeaderIsDrawnWhenItIsSeen(FxRobot robot) {
    robot.interact(() -> {
      columns.become(samples("c", 3));
      GridColumn column = columns.find("c1").orElseThrow();
      assertThat(column.getGraphic()).isNull();

      column.see();
      assertThat(column.getGraphic().getAccessibleText()).contains("c1");
      columns.become(samples("d", 3));
      column.see();
      assertThat(column.getGraphic().getAccessibleText()).contains("d1");
    });
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

package io.qarion.app.designer.profile;

import io.qarion.app.designer.control.BarStrip;
import io.qarion.app.designer.control.ShareBar;
import io.qarion.app.designer.data.Bar;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One column in full: its figures, its histogram, its most frequent values. */
final class DetailsView extends VBox {

  private static final double VALUE_SHARE = 40;
  private static final double BAR_SHARE = 45;
  private static final double COUNT_SHARE = 15;

  private final ProfileTexts texts;

  DetailsView(ColumnDetails details, ProfileTexts texts) {
    this.texts = texts;
    getStyleClass().add("column-details");
    var name = new Label(details.profile().column().name());
    name.getStyleClass().addAll("strong", "name");
    getChildren().addAll(name, figures(texts.figures(details.profile())));
    if (!details.bins().isEmpty()) {
      getChildren().addAll(heading("profile.histogram"), histogram(details));
    }
    if (!details.top().isEmpty()) {
      getChildren().addAll(heading("profile.top"), top(details));
    }
  }

  private Label heading(String key) {
    var heading = new Label(texts.get(key));
    heading.getStyleClass().add("heading");
    return heading;
  }

  private static Node figures(Map<String, String> figures) {
    var pane = new FlowPane();
    pane.getStyleClass().add("figures");
    figures.forEach((name, value) -> {
      var number = new Label(value);
      number.getStyleClass().add("figure");
      var label = new Label(name);
      label.getStyleClass().add("muted");
      pane.getChildren().add(new VBox(label, number));
    });
    return pane;
  }

  private Node histogram(ColumnDetails details) {
    var bars = new BarStrip(details.bins(), texts::bar, _ -> {});
    bars.getStyleClass().add("bins");
    var low = new Label(details.bins().getFirst().label().split(" – ", -1)[0]);
    String last = details.bins().getLast().label();
    var high = new Label(last.substring(last.lastIndexOf('–') + 1).strip());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var scale = new HBox(low, space, high);
    scale.getStyleClass().add("scale");
    return new VBox(bars, scale);
  }

  private Node top(ColumnDetails details) {
    var grid = new GridPane();
    grid.getStyleClass().add("top-values");
    for (double share : new double[] {VALUE_SHARE, BAR_SHARE, COUNT_SHARE}) {
      var column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    long most = details.top().getFirst().count();
    for (int row = 0; row < details.top().size(); row++) {
      Bar bar = details.top().get(row);
      var value = new Label(bar.label().isEmpty() ? texts.get("preview.empty-text") : bar.label());
      value.getStyleClass().add(bar.label().isEmpty() ? "muted" : "value");
      var count = new Label(texts.count(bar));
      count.getStyleClass().addAll("mono", "count");
      count.setMaxWidth(Double.MAX_VALUE);
      grid.addRow(row, value, new ShareBar(bar.count() / (double) most), count);
    }
    return grid;
  }
}

package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.task.PlatformUiThread;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.icons.IconSet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@ExtendWith(ApplicationExtension.class)
class FlowPictureTest {

  private static final List<String> NAMES =
      List.of(
          "</text><script>alert(1)</script>",
          "a\" onload=\"alert(1)",
          "]]> &amp; <!-- --",
          "טעינת לקוחות",
          "تحميل العملاء",
          "🚀 load 👩‍👩‍👧",
          "bell \u0007 and half a sign \ud83d",
          "A name that is so very long that no card on the canvas has room for all of it");

  private final Theme theme = new Theme();

  @Start
  void start(Stage stage) {
    theme.install();
    theme.choice().set(Theme.Choice.LIGHT);
    stage.show();
  }

  @Test
  void svgHoldsEveryNameAndEdgeWhateverTheNameIs() throws Exception {
    ShownFlow flow = row(NAMES, 272);

    Document svg = parsed(picture(flow).svg(new Cancellation()));

    for (int i = 0; i < NAMES.size(); i++) {
      Element card = Objects.requireNonNull(elements(svg, "data-step").get("step " + i));
      assertThat(card.getElementsByTagName("title").item(0).getTextContent())
          .startsWith(NAMES.get(i).replaceAll("[\\x07\\ud83d]", "\ufffd") + ", copies");
    }
    assertThat(texts(svg)).contains("🚀 load 👩‍👩‍👧", "טעינת לקוחות", "1,000");
    assertThat(elements(svg, "data-from")).hasSize(NAMES.size() - 1);
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getDocumentElement().getAttribute("width"))
        .isEqualTo(String.valueOf((int) flow.area().getWidth()));
  }

  @Test
  void pngIsTwiceAsLargeAndShowsStates() throws IOException {
    ShownFlow flow = row(List.of("a", "b", "c", "d"), 272);

    BufferedImage png = read(picture(flow).png(new Cancellation()));

    assertThat(png.getWidth()).isEqualTo((int) (flow.area().getWidth() * 2));
    assertThat(png.getHeight()).isEqualTo((int) (flow.area().getHeight() * 2));
    assertThat(stripe(png, 0)).as("done as done").isEqualTo(stripe(png, 2));
    assertThat(stripe(png, 1)).as("failed as failed").isEqualTo(stripe(png, 3));
    assertThat(Set.of(stripe(png, 0), stripe(png, 1), png.getRGB(0, 0)))
        .as("done, failed and ground")
        .hasSize(3);
    assertThat(colours(png)).as("colours").isGreaterThan(50);
  }

  @Test
  void aFlowLargerThanAnyPictureIsDrawnSmaller() throws IOException {
    ShownFlow flow = row(IntStream.range(0, 40).mapToObj(i -> "Step " + i).toList(), 1_000);
    assertThat(flow.area().getWidth() * 2).isGreaterThan(FlowPicture.LONGEST_SIDE);

    BufferedImage png = read(picture(flow).png(new Cancellation()));

    assertThat(png.getWidth()).isBetween(FlowPicture.LONGEST_SIDE - 1, FlowPicture.LONGEST_SIDE);
    assertThat(colours(png)).isGreaterThan(50);
    var square = new BoundingBox(0, 0, 50_000, 50_000);
    assertThat(square.getWidth() * FlowPicture.scale(square)).isEqualTo(8_192);
  }

  private FlowPicture picture(ShownFlow flow) {
    return new FlowPicture(
        flow,
        new PlatformUiThread(),
        () ->
            new PictureCanvas(
                flow, new Icons(IconSet.standard()), new Messages(Locale.ENGLISH), theme));
  }

  /** Steps in a row; every other one has failed. */
  private static ShownFlow row(List<String> names, double apart) {
    Map<TaskId, CanvasNode> nodes = new LinkedHashMap<>();
    Map<TaskId, NodeState> states = new LinkedHashMap<>();
    List<CanvasEdge> edges = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      var id = new TaskId("step " + i);
      nodes.put(
          id, new CanvasNode(id, names.get(i), "ingestion", "copies", new Point2D(i * apart, 0)));
      boolean failed = i % 2 == 1;
      states.put(
          id,
          new NodeState(
              failed ? NodeState.Status.FAILED : NodeState.Status.DONE,
              failed ? -1 : 1_000,
              Optional.empty(),
              Duration.ofMillis(5),
              -1,
              ""));
      if (i > 0) {
        edges.add(new CanvasEdge(new TaskId("step " + (i - 1)), id));
      }
    }
    return new ShownFlow("A row", new CanvasGraph(nodes, edges), states, false);
  }

  private static int stripe(BufferedImage png, int step) {
    int x = (step * 272 + 32 + 1) * 2;
    return png.getRGB(x + 1, png.getHeight() / 2);
  }

  private static long colours(BufferedImage png) {
    return IntStream.of(
            png.getRGB(
                0,
                0,
                png.getWidth(),
                png.getHeight(),
                new int[png.getWidth() * png.getHeight()],
                0,
                png.getWidth()))
        .distinct()
        .count();
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static Document parsed(byte[] svg) throws Exception {
    assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("NaN");
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
  }

  private static Map<String, Element> elements(Document svg, String attribute) {
    Map<String, Element> found = new LinkedHashMap<>();
    NodeList all = svg.getElementsByTagName("g");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.hasAttribute(attribute)) {
        found.put(element.getAttribute(attribute), element);
      }
    }
    return found;
  }

  private static List<String> texts(Document svg) {
    NodeList all = svg.getElementsByTagName("text");
    return IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getTextContent()).toList();
  }
}

package io.qarion.app.designer.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.control.CodeColours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TomlColoursTest {

  private static final int TEXTS = 20;
  private static final int EDITS = 60;
  private static final List<String> PIECES =
      List.of(
          "key = ", "\"text\"", "\n", "\n\n", "[table]\n", "# note", "'''", "\"\"\"", "1.5", "\"");

  @Test
  void afterAnyEditsATextLooksAsIfItHadBeenColouredAnew(FxRobot robot) {
    for (int seed = 0; seed < TEXTS; seed++) {
      var random = new Random(seed);
      robot.interact(() -> edit(random));
    }
  }

  @Test
  void onlyWhatLooksOtherwiseIsGivenAStyle(FxRobot robot) {
    var styled = new ArrayList<Integer>();
    robot.interact(() -> {
      var area =
          new CodeArea("one = 1\ntwo = 2\nthree = 3\n") {
            @Override
            public void setStyleSpans(
                int from, StyleSpans<? extends Collection<String>> styleSpans) {
              styled.add(from);
              super.setStyleSpans(from, styleSpans);
            }
          };
      var colours = new CodeColours(area);
      colours.apply(TomlHighlighter.styles(area.getText(), List.of()));
      styled.clear();
      area.insertText(14, "\"");
      colours.apply(TomlHighlighter.styles(area.getText(), List.of()));
      colours.apply(TomlHighlighter.styles(area.getText(), List.of()));
    });

    assertThat(styled).singleElement().matches(position -> position >= 8 && position < 16);
  }

  private static void edit(Random random) {
    var area = new CodeArea();
    var colours = new CodeColours(area);
    for (int i = 0; i < EDITS; i++) {
      int length = area.getLength();
      int from = random.nextInt(length + 1);
      int to = Math.min(length, from + random.nextInt(4));
      area.replaceText(from, to, PIECES.get(random.nextInt(PIECES.size())));
      List<TomlHighlighter.Mistake> mistakes =
          random.nextBoolean()
              ? List.of()
              : List.of(new TomlHighlighter.Mistake(from, from + random.nextInt(5)));
      colours.apply(TomlHighlighter.styles(area.getText(), mistakes));
      String text = area.getText();
      assertThat(looks(text, area.getStyleSpans(0, text.length())))
          .as(text)
          .isEqualTo(looks(text, TomlHighlighter.styles(text, mistakes)));
    }
  }

  /** How each character looks; the ends of lines can't be seen. */
  private static List<Set<String>> looks(String text, StyleSpans<Collection<String>> spans) {
    var looks = new ArrayList<Set<String>>();
    for (StyleSpan<Collection<String>> span : spans) {
      for (int i = 0; i < span.getLength(); i++) {
        boolean seen = text.charAt(looks.size()) != '\n';
        looks.add(seen ? new HashSet<>(span.getStyle()) : Set.of());
      }
    }
    return looks;
  }
}

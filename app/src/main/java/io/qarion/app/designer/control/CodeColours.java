package io.qarion.app.designer.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;

/**
 * Colours the text of an area. Paragraphs that look as they should are left alone, since each that
 * is given a style is drawn anew, whether it looks otherwise then or not.
 */
public final class CodeColours {

  private final CodeArea area;

  public CodeColours(CodeArea area) {
    this.area = area;
  }

  /**
   * Gives the text the look it should have.
   *
   * @param wanted the style classes of the whole text
   */
  public void apply(StyleSpans<Collection<String>> wanted) {
    String text = area.getText();
    if (text.isEmpty()) {
      return;
    }
    List<Collection<String>> now = signs(area.getStyleSpans(0, text.length()));
    List<Collection<String>> then = signs(wanted);
    int from = 0;
    int to = text.length();
    while (from < to && looksSame(text, from, now, then)) {
      from++;
    }
    while (from < to && looksSame(text, to - 1, now, then)) {
      to--;
    }
    if (from < to) {
      area.setStyleSpans(from, wanted.subView(from, to));
    }
  }

  /** The end of a line has no look; what an area says of it is that of a neighbour. */
  private static boolean looksSame(
      String text, int sign, List<Collection<String>> now, List<Collection<String>> then) {
    return text.charAt(sign) == '\n'
        || (now.get(sign).size() == then.get(sign).size()
            && now.get(sign).containsAll(then.get(sign)));
  }

  /** The style of each character. */
  private static List<Collection<String>> signs(StyleSpans<Collection<String>> spans) {
    var signs = new ArrayList<Collection<String>>(spans.length());
    for (StyleSpan<Collection<String>> span : spans) {
      signs.addAll(Collections.nCopies(span.getLength(), span.getStyle()));
    }
    return signs;
  }
}

package io.qarion.app.designer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlHighlighterTest {

  @Test
  void everyPartOfATextHasItsLook() {
    assertThat(styled("[a]\nkey = \"x # y\" # note\nn = 1.5\nb = true\n", List.of()))
        .containsExactly(
            "[a]:toml-header",
            "key:toml-key",
            "\"x # y\":toml-string",
            "# note:toml-comment",
            "n:toml-key",
            "1.5:toml-literal",
            "b:toml-key",
            "true:toml-literal");
  }

  @Test
  void aMistakeIsUnderlinedWhateverItIsPartOf() {
    assertThat(styled("key = \"x\"\n", List.of(new TomlHighlighter.Mistake(6, 9))))
        .contains("\"x\":toml-string+toml-mistake");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"\"never closed\n", "a = '''\n", "[", "= = =", "\"\\", "# 🐙"})
  void anyTextCanBeColoured(String text) {
    StyleSpans<Collection<String>> spans =
        TomlHighlighter.styles(text, List.of(new TomlHighlighter.Mistake(0, 99)));

    assertThat(spans.length()).isEqualTo(text.length());
  }

  private static List<String> styled(String text, List<TomlHighlighter.Mistake> mistakes) {
    var parts = new ArrayList<String>();
    int at = 0;
    for (StyleSpan<Collection<String>> span : TomlHighlighter.styles(text, mistakes)) {
      if (!span.getStyle().isEmpty()) {
        parts.add(
            text.substring(at, at + span.getLength()) + ":" + String.join("+", span.getStyle()));
      }
      at += span.getLength();
    }
    return parts;
  }
}

package io.qarion.app.designer.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SvgWriterTest {

  @Test
  void namesDoNotBecomeMarkup() {
    assertThat(
            new SvgWriter()
                .words("text", "</text><script>&amp;", "title", "\" onload=\"a'")
                .toString())
        .isEqualTo(
            "<text title=\"&quot; onload=&quot;a'\">"
                + "&lt;/text&gt;&lt;script&gt;&amp;amp;</text>\n");
  }

  @Test
  void whatXmlCannotHoldIsMarked() {
    assertThat(SvgWriter.escaped("a\0b\u001bc\ud800d\uffff"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffd");
    assertThat(SvgWriter.escaped("שלום 🚀")).isEqualTo("שלום 🚀");
  }

  @Test
  void numbersAreShortAndEmptyAttributesAreLeftOut() {
    assertThat(
            new SvgWriter()
                .begin("g", "x", 100, "y", 0.125, "fill", Optional.empty(), "z", Optional.of(2.5))
                .end()
                .toString())
        .isEqualTo("<g x=\"100\" y=\"0.13\" z=\"2.5\">\n</g>\n");
  }
}

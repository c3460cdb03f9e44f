package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;

/** A text before an edit, and how it must look after it. */
record EditExample(TomlDocument document) {

  static EditExample of(String text) {
    return new EditExample(TomlDocument.parse("f.toml", text));
  }

  void becomes(String expected, UnaryOperator<TomlDocument> edit) {
    assertThat(document.problems()).isEmpty();
    TomlDocument edited = edit.apply(document);
    assertThat(edited.text()).isEqualTo(expected);
    String windows = document.text().replace("\n", "\r\n");
    assertThat(edit.apply(TomlDocument.parse("f.toml", windows)).text())
        .isEqualTo(expected.replace("\n", "\r\n"));
  }
}

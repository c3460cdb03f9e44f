package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import org.junit.jupiter.api.Test;

class CarriedSettingsTest {

  private static final TomlPath LOAD = TomlPath.of("load");
  private static final String TEXT =
      """
      [load]  # how
      source_path = "a.csv"
      options = { delimiter = ";", trim = true }   # stays

      [other]
      x = 1
      """;

  @Test
  void onlyWhatDiffersIsTakenOver() {
    TomlDocument before = TomlDocument.parse("", TEXT);
    TomlDocument tried =
        before
            .set(LOAD.key("options").key("delimiter"), TomlValue.of(","))
            .remove(LOAD.key("options").key("trim"))
            .set(LOAD.key("on_bad_row"), TomlValue.of("reject"))
            .set(TomlPath.of("other", "x"), new TomlValue.Whole(2));
    // Somebody has changed another place of the text since.
    TomlDocument text = TomlDocument.parse("", TEXT.replace("x = 1", "x = 7") + "# end\n");

    assertThat(CarriedSettings.carry(text, before, tried, LOAD).text())
        .isEqualTo(
            """
            [load]  # how
            source_path = "a.csv"
            options = { delimiter = "," }   # stays
            on_bad_row = "reject"

            [other]
            x = 7
            # end
            """);
  }

  @Test
  void whatWasTriedAndTakenBackChangesNothing() {
    TomlDocument before = TomlDocument.parse("", TEXT);
    TomlDocument tried =
        before
            .set(LOAD.key("options").key("quote"), TomlValue.of("'"))
            .remove(LOAD.key("options").key("quote"));
    assertThat(CarriedSettings.carry(before, before, tried, LOAD).text()).isEqualTo(TEXT);
  }
}

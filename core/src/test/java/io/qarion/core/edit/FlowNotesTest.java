package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import org.junit.jupiter.api.Test;

class FlowNotesTest {

  private static final FlowNote.Area AREA = new FlowNote.Area(16, -8, 216, 80);
  private static final TomlDocument FLOW =
      TomlDocument.parse("flows/f.toml", "id = \"f\"\nflow_type = \"standard\"\n");

  @Test
  void aNoteStandsAtTheEndOfTheFile() {
    FlowNotes.Made made = FlowNotes.add(FLOW, "Ask Anna\nabout the \"7\"", AREA);

    assertThat(made.document().text())
        .isEqualTo(
            FLOW.text()
                + """

                [[designer.notes]]
                id = "note"
                text = \"""
                Ask Anna
                about the "7\\"\"""
                x = 16
                y = -8
                width = 216
                height = 80
                """);
    assertThat(FlowNotes.read(made.document()))
        .containsExactly(
            new FlowNote("note", "Ask Anna\nabout the \"7\"", AREA, FlowNote.Colour.YELLOW));
    assertThat(FlowNotes.remove(made.document(), "note").text()).isEqualTo(FLOW.text());
  }

  @Test
  void itIsWrittenMovedAndColoured() {
    TomlDocument one = FlowNotes.add(FLOW, "One", AREA).document();
    TomlDocument two = FlowNotes.add(one, "Two", AREA).document();
    var larger = new FlowNote.Area(0, 8, 320, 160);

    TomlDocument changed = FlowNotes.write(two, "note_2", "Deux");
    changed = FlowNotes.place(changed, "note_2", larger);
    changed = FlowNotes.colour(changed, "note_2", FlowNote.Colour.BLUE);

    assertThat(FlowNotes.read(changed))
        .containsExactly(
            new FlowNote("note", "One", AREA, FlowNote.Colour.YELLOW),
            new FlowNote("note_2", "Deux", larger, FlowNote.Colour.BLUE));
    assertThat(FlowNotes.colour(changed, "note_2", FlowNote.Colour.YELLOW).text())
        .doesNotContain("colour");
    assertThatThrownBy(() -> FlowNotes.write(FLOW, "gone", "x"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("no note 'gone'");
  }

  @Test
  void whatSomebodyWroteOtherwiseIsReadAsFarAsItCanBe() {
    assertThat(FlowNotes.read(TomlDocument.parse("f", "[designer]\nnotes = 3\n"))).isEmpty();
    assertThat(
            FlowNotes.read(
                TomlDocument.parse(
                    "f",
                    """
                    [[designer.notes]]
                    id = "n"
                    x = 7.6
                    y = nan
                    width = -3
                    colour = "violet"

                    [[designer.notes]]
                    text = "without an id"
                    """)))
        .containsExactly(
            new FlowNote(
                "n",
                "",
                new FlowNote.Area(8, 0, FlowNote.LEAST_WIDTH, 80),
                FlowNote.Colour.YELLOW));
  }
}

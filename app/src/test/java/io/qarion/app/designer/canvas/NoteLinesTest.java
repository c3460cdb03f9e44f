package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoteLinesTest {

  @Test
  void linesEndAfterWordsAndWhereTheUserEndedThem() {
    assertThat(lines("Amounts are cents\n\nuntil here", 12, 9))
        .containsExactly("Amounts are", "cents", "", "until here");
  }

  @Test
  void aWordThatIsTooLongIsBroken() {
    assertThat(lines("abcdefghij", 4, 9)).containsExactly("abcd", "efgh", "ij");
    assertThat(lines("👩‍👩‍👧👩‍👩‍👧", 1, 9)).isNotEmpty().allMatch(line -> !line.isEmpty());
  }

  @Test
  void whatHasNoRoomIsCutWithASign() {
    assertThat(lines("one two three four", 5, 2)).containsExactly("one", "two…");
    assertThat(lines("one\ntwo\nthree", 9, 1)).containsExactly("one…");
    assertThat(lines("abcde fghij klm", 5, 2)).containsExactly("abcde", "fghi…");
  }

  @Test
  void aNoteWithoutWordsHasOneEmptyLine() {
    assertThat(lines("  ", 9, 3)).containsExactly("");
  }

  private static List<String> lines(String text, int widest, int most) {
    return NoteLines.of(text, String::length, widest, most);
  }
}

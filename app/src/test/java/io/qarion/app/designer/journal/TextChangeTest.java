package io.qarion.app.designer.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChangeTest {

  private static final String SIGNS = "ab\n😀😁é";

  @ParameterizedTest
  @CsvSource({
    "'', abc, 0, '', abc",
    "abc, '', 0, abc, ''",
    "abc, abXc, 2, '', X",
    "abbbc, abbc, 3, b, ''",
    "amount > 10, amount > 20, 9, 1, 2",
  })
  void itIsTheSmallestThatMakesOneTextOfAnother(
      String before, String after, int offset, String removed, String inserted) {
    assertThat(TextChange.between(before, after))
        .isEqualTo(new TextChange(offset, removed, inserted));
  }

  @Test
  void anySignCanBeChangedAndChangedBack() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random);
      String after = text(random);

      TextChange change = TextChange.between(before, after);

      assertThat(change.apply(before)).isEqualTo(after);
      assertThat(change.reversed().apply(after)).isEqualTo(before);
      assertThat(isWhole(change.removed()) && isWhole(change.inserted())).isTrue();
    }
  }

  @Test
  void itRefusesAnotherText() {
    var change = new TextChange(2, "b", "c");
    assertThat(change.fits("ab")).isFalse();
    assertThatThrownBy(() -> change.apply("ab")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(Random random) {
    int[] signs = SIGNS.codePoints().toArray();
    var text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.appendCodePoint(signs[random.nextInt(signs.length)]);
    }
    return text.toString();
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
  }
}

package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says which call a caret, written as {@code |}, stands in. */
class CallHelpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "round(|; round; 0",
        "round(amount, |; round; 1",
        "round(substr(a, |, 2), 1); substr; 1",
        "round(substr(a, 1, 2), |1); round; 1",
        "round((a + b), |; round; 1",
        "round((a + |; round; 0",
        "upper('a, b' |; upper; 0",
        "ROUND(a, |; round; 1"
      })
  void findsTheInnermostCall(String text, String function, int argument) {
    CallHelp found = at(text).orElseThrow();

    assertThat(found.ways()).allMatch(way -> way.name().equals(function));
    assertThat(found.argument()).isEqualTo(argument);
  }

  @Test
  void knowsNothingOutsideOfCalls() {
    assertThat(at("round(a, 1) + |")).isEmpty();
    assertThat(at("|round(a, 1)")).isEmpty();
    assertThat(at("(a + |")).isEmpty();
    assertThat(at("no_such(a, |")).isEmpty();
  }

  private static Optional<CallHelp> at(String text) {
    return CallHelp.at(text.replace("|", ""), text.indexOf('|'));
  }
}

package io.qarion.core.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Place PLACE = Place.in("flows/a.toml", 3, 7);

  @Test
  void aPlaceShowsWhatIsKnownOfIt() {
    assertThat(PLACE.withElement("tasks.load")).hasToString("flows/a.toml:3:7 (tasks.load)");
    assertThat(PLACE.withFile("")).hasToString("line 3:7");
    assertThat(Place.of("tasks.load")).hasToString("tasks.load");
    assertThat(Place.UNKNOWN).hasToString("");
    assertThatThrownBy(() -> Place.in("f", -1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProblemShowsPlaceMessageAndFixOnOneLine() {
    Problem problem = Problem.error("c", PLACE, "It is wrong.", "Mend it.");
    assertThat(problem).hasToString("flows/a.toml:3:7: It is wrong. Mend it.");
    assertThat(problem.at(Place.UNKNOWN)).hasToString("It is wrong. Mend it.");
    assertThat(problem.isError()).isTrue();
    assertThat(Problem.warning("c", PLACE, "m", "").isError()).isFalse();
    assertThat(Problem.hint("c", PLACE, "m", "").severity()).isEqualTo(Severity.HINT);
  }

  @Test
  void theExceptionCarriesItsProblems() {
    Problem problem = Problem.error("c", PLACE, "It is wrong.", "");
    var cause = new IllegalStateException("why");
    assertThat(new QarionException(problem).problems()).containsExactly(problem);
    assertThat(new QarionException(problem, cause)).hasCause(cause);
    assertThat(new QarionException(problem).code()).isEqualTo("c");
    assertThatThrownBy(() -> new QarionException(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSpanRunsForward() {
    assertThat(new Span(1, 2).to(new Span(4, 6))).isEqualTo(new Span(1, 6));
    assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idsAreNeverBlankAndSortByName() {
    assertThat(new FlowId("a")).hasToString("a").isLessThan(new FlowId("b"));
    assertThat(new TaskId("a")).hasToString("a").isLessThan(new TaskId("b"));
    assertThat(new DatasetName("a")).hasToString("a").isLessThan(new DatasetName("b"));
    assertThatThrownBy(() -> new FlowId(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaskId("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DatasetName("")).isInstanceOf(IllegalArgumentException.class);
  }
}

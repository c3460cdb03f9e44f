package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.RuleDeclarations;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is declared of rules is what their reader understands. */
class RuleDeclarationsTest {

  static Stream<String> operations() {
    return RuleDeclarations.operations().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theReaderKnowsEveryDeclaredKeyAndMissesTheRequiredOnes(String operation) {
    var problems = new ArrayList<Problem>();
    var all =
        RuleDeclarations.of(operation).stream()
            .map(declaration -> declaration.key() + " = {}\n")
            .collect(Collectors.joining());
    read("operation = \"" + operation + "\"\n" + all, problems);

    assertThat(problems).extracting(Problem::code).doesNotContain("field.unknown", "key.unknown");

    problems.clear();
    read("operation = \"" + operation + "\"\nsurely_unknown = 1\n", problems);
    assertThat(problems)
        .filteredOn(problem -> problem.message().contains("surely_unknown"))
        .hasSize(1);
    for (PropertyDeclaration declaration : RuleDeclarations.of(operation)) {
      if (declaration.required()) {
        assertThat(problems)
            .filteredOn(problem -> problem.message().contains("'" + declaration.key() + "'"))
            .as(declaration.key())
            .isNotEmpty();
      }
    }
  }

  @Test
  void everyOperationIsDeclared() {
    var problems = new ArrayList<Problem>();
    read("condition = \"a\"\n", problems);

    String known = problems.getFirst().toString();
    assertThat(RuleDeclarations.operations()).allMatch(known::contains).hasSize(18);
  }

  private static void read(String text, List<Problem> problems) {
    RuleToml.read(List.of(TomlDocument.parse("rule.toml", text).root()), problems::add);
  }
}

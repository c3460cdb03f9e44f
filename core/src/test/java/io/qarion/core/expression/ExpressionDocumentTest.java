package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "expressions.md");

  @Test
  void theDocumentListsTheFunctionsOfTheCatalog() throws IOException {
    assertThat(section("functions"))
        .withFailMessage("Put this into docs/expressions.md:\n%s", functions())
        .isEqualTo(functions());
  }

  @Test
  void theDocumentShowsTheRowsOfTheExamples() throws IOException {
    assertThat(section("rows"))
        .withFailMessage("Put this into docs/expressions.md:\n%s", rows())
        .isEqualTo(rows());
  }

  @ParameterizedTest
  @EnumSource(BinaryOperator.class)
  void theDocumentGivesTheLevelOfEveryOperator(BinaryOperator operator) throws IOException {
    String symbol = operator.symbol().replace("|", "\\|");
    assertThat(Files.readAllLines(DOCUMENT))
        .anyMatch(
            line -> line.startsWith("| " + operator.precedence() + " | ") && line.contains(symbol));
  }

  private static String section(String name) throws IOException {
    String text = Files.readString(DOCUMENT).replace("\r\n", "\n");
    String start = "<!-- " + name + " -->\n";
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("<!-- /" + name + " -->"));
  }

  private static String functions() {
    var text = new StringBuilder("| function | gives | meaning | example | value |\n");
    text.append("|---|---|---|---|---|\n");
    for (FunctionDefinition function : FunctionCatalog.standard().functions()) {
      String kind =
          function.kind() == FunctionKind.SCALAR
              ? ""
              : " (" + function.kind().name().toLowerCase(Locale.ROOT) + ")";
      text.append("| `").append(function.signature()).append('`').append(kind);
      text.append(" | ").append(function.result()).append(" | ").append(function.help());
      text.append(" | `").append(function.example());
      text.append("` | `").append(function.expected()).append("` |\n");
    }
    return text.toString();
  }

  private static String rows() {
    var page = FunctionCatalog.exampleRows();
    String titles =
        page.schema().columns().stream()
            .map(ExpressionDocumentTest::title)
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    String rule = "|" + "---|".repeat(page.schema().size()) + "\n";
    return titles
        + rule
        + page.rows().stream()
            .map(row -> row.stream().map(cell -> cell == null ? "NULL" : cell.toString()))
            .map(cells -> cells.collect(Collectors.joining(" | ", "| ", " |\n")))
            .collect(Collectors.joining());
  }

  private static String title(Column column) {
    return String.join(" ", List.of(column.name(), column.type().text()));
  }
}

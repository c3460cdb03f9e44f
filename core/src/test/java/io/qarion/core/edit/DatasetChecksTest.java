package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks in the file of a dataset are added, taken out, and held against its columns. */
class DatasetChecksTest {

  private static final String TEXT =
      """
      name = "orders"

      [columns.id]
      schema_type = "integer"

      [columns.customer]
      schema_type = "integer"
      """;

  private static final String CHECKS =
      TEXT
          + """

          # nobody orders nothing
          [[quality_checks]]
          check_type = "completeness"
          columns = ["id"]
          """;

  private static final Dataset PEOPLE =
      new Dataset(
          new DatasetName("people"),
          Optional.empty(),
          "",
          Schema.of(Column.of("id", PlainType.INTEGER)),
          List.of());

  @Test
  void theFirstAndEachFurtherOneComesLast() {
    TomlDocument one = DatasetChecks.add(text(TEXT), "completeness");
    assertThat(one.text())
        .isEqualTo(TEXT + "\n[[quality_checks]]\ncheck_type = \"completeness\"\n");
    assertThat(DatasetToml.checks(DatasetChecks.add(one, "range")))
        .extracting(check -> check.text("check_type", ""))
        .containsExactly("completeness", "range");
    assertThat(DatasetToml.read(one).problems()).isEmpty();
  }

  @Test
  void oneThatGoesTakesItsCommentAlong() {
    assertThat(DatasetChecks.remove(text(CHECKS), 0).text().stripTrailing())
        .isEqualTo(TEXT.stripTrailing());
  }

  @Test
  void oneThatIsWholeHasNoProblems() {
    assertThat(problems(CHECKS)).isEmpty();
  }

  @Test
  void whatIsMissingAndWhatIsUnknownIsSaidAtItsPlace() {
    String wrong =
        CHECKS
            + """

            [[quality_checks]]
            check_type = "range"
            columns = ["amount"]
            config = { min = 0 }

            [[quality_checks]]
            check_type = "pattern"
            columns = ["id"]

            [[quality_checks]]
            check_type = "referential"
            columns = ["customer"]
            config = { dataset_id = "persons" }
            """;
    assertThat(problems(wrong))
        .extracting(problem -> problem.place().element())
        .contains(
            "quality_checks[1].columns",
            "quality_checks[2].config.regex",
            "quality_checks[3].config.dataset_id");
  }

  @Test
  void aListOfSomethingElseFailsNothing() {
    assertThat(problems("quality_checks = [1, 2]\n" + TEXT)).isEmpty();
    assertThat(problems(TEXT + "\n[[quality_checks]]\ncheck_type = 1\n")).isNotEmpty();
  }

  private static List<Problem> problems(String text) {
    TomlDocument document = text(text);
    return DatasetChecks.problems(
        document, DatasetToml.read(document).dataset(), Map.of(PEOPLE.name(), PEOPLE));
  }

  private static TomlDocument text(String text) {
    return TomlDocument.parse("orders.toml", text);
  }
}

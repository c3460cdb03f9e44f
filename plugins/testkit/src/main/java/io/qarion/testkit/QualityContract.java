package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.quality.CheckDesign;
import io.qarion.core.quality.CheckEvaluator;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckResult;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.PlannedCheck;
import io.qarion.core.quality.QualityRecords;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.TransformationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks: what each kind finds in random rows, and that a batch keeps its own results only. */
public abstract class QualityContract extends EngineContract {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 5, 1, 12, 0);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

  private static final Schema INPUT =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("name", PlainType.STRING),
          Column.of("amount", new DecimalType(10, 2)),
          Column.of("day", PlainType.DATE));

  private static final List<String> NAMES =
      List.of("", "a", "ab", "abc", "12", "007", "ü😀", "A b");

  private static List<List<@Nullable Object>> random(long seed, int size) {
    var random = new Random(seed);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long id = 0; id < size; id++) {
      rows.add(
          Arrays.asList(
              id,
              random.nextInt(6) == 0 ? null : NAMES.get(random.nextInt(NAMES.size())),
              random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
              random.nextInt(6) == 0 ? null : DAY.plusDays(random.nextInt(9))));
    }
    return rows;
  }

  private PlannedCheck check(TransformationSource rows, List<Dataset> others, String toml) {
    Flow flow =
        FlowToml.read(
                TomlDocument.parse(
                    "flows/checks.toml",
                    """
                    id = "checks"
                    flow_type = "quality_check"
                    [[properties.checks]]
                    """
                        + toml))
            .flow();
    var problems = new ArrayList<Problem>();
    var datasets = new HashMap<DatasetName, Dataset>();
    others.forEach(dataset -> datasets.put(dataset.name(), dataset));
    var scope =
        new CheckScope(
            datasets, ParameterTypes.of(Map.of()), (_, _) -> Optional.empty(), problems::add);
    List<PlannedCheck> planned =
        new CheckDesign(rows, scope)
            .plan(CheckReader.read(flow.properties().tables("checks"), problems::add));
    assertThat(problems).isEmpty();
    return planned.getFirst();
  }

  private CheckResult result(PlannedCheck check, TransformationSource rows, OptionalLong previous) {
    var batch = new BatchContext(2, Optional.of(1L), CLOCK, Map.of());
    var evaluator = new CheckEvaluator(engine(), batch.values(), previous, new Cancellation());
    return evaluator.evaluate(check, evaluator.rows(rows));
  }

  private CheckResult result(Dataset dataset, List<Dataset> others, String toml) {
    TransformationSource rows = reading(dataset);
    return result(check(rows, others, toml), rows, OptionalLong.empty());
  }

  /** A row of the input. */
  private record Item(Optional<String> name, Optional<BigDecimal> amount, Optional<Object> day) {

    static Item of(List<@Nullable Object> row) {
      return new Item(
          Optional.ofNullable((String) row.get(1)),
          Optional.ofNullable((BigDecimal) row.get(2)),
          Optional.ofNullable(row.get(3)));
    }

    boolean hasName(Predicate<String> condition) {
      return name.filter(condition).isPresent();
    }

    boolean hasAmount(Predicate<BigDecimal> condition) {
      return amount.filter(condition).isPresent();
    }
  }

  private static List<Item> items(List<List<@Nullable Object>> rows) {
    return rows.stream().map(Item::of).toList();
  }

  /** What each kind of check should say of a row that is bad. */
  private static Predicate<Item> bad(String kind, List<Item> all) {
    return switch (kind) {
      case "completeness" -> item -> item.name().isEmpty() || item.amount().isEmpty();
      case "completeness_empty" -> item -> !item.hasName(name -> !name.isEmpty());
      case "uniqueness" ->
          item ->
              item.name().isPresent()
                  && item.day().isPresent()
                  && all.stream().filter(other -> isDuplicate(item, other)).count() > 1;
      case "allowed_values" -> item -> item.hasName(name -> !List.of("a", "007").contains(name));
      case "pattern" -> item -> item.hasName(name -> !name.contains("b"));
      case "pattern_full" -> item -> item.hasName(name -> !name.matches("[a-c]+|12"));
      case "range" ->
          item ->
              item.hasAmount(amount ->
                  amount.compareTo(BigDecimal.TEN) <= 0
                      || amount.compareTo(BigDecimal.valueOf(80.5)) >= 0);
      case "length" ->
          item -> item.hasName(name -> name.isEmpty() || name.codePointCount(0, name.length()) > 2);
      case "type" -> item -> item.hasName(name -> !List.of("12", "007").contains(name));
      case "expression" -> item -> !item.hasAmount(amount -> amount.intValue() >= 20);
      case "referential" -> item -> item.hasName(name -> !List.of("ab", "abc").contains(name));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static boolean isDuplicate(Item item, Item other) {
    return item.name().equals(other.name()) && item.day().equals(other.day());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "completeness; [\"name\", \"amount\"]; ",
        "completeness_empty; [\"name\"]; empty_is_null = true",
        "uniqueness; [\"name\", \"day\"]; ",
        "allowed_values; [\"name\"]; values = [\"a\", \"007\"]",
        "pattern; [\"name\"]; regex = \"b\"",
        "pattern_full; [\"name\"]; regex = \"[a-c]+|12\", full_match = true",
        "range; [\"amount\"]; min = 10, max = 80.5, inclusive = false",
        "length; [\"name\"]; min = 1, max = 2",
        "type; [\"name\"]; schema_type = \"integer\"",
        "expression; []; expression = \"amount >= 20\"",
        "referential; [\"name\"]; dataset_id = \"known\", columns = [\"word\"]"
      })
  void aCheckOfRowsFindsWhatAModelFinds(String kind, String columns, @Nullable String config) {
    List<List<@Nullable Object>> rows = random(kind.length(), 250);
    Dataset dataset = store("random_" + kind, RowPage.of(INPUT, 0, rows, false));
    Dataset known =
        store(
            "known",
            """
            word string
            ab
            abc
            ab
            NULL\
            """);
    String type = kind.replaceAll("_(empty|full)$", "");

    CheckResult result =
        result(
            dataset,
            List.of(known),
            """
            check_type = "%s"
            columns = %s
            config = { %s }
            """
                .formatted(type, columns, config == null ? "" : config));

    List<Item> items = items(rows);
    List<Item> failing = items.stream().filter(bad(kind, items)).toList();
    assertThat(failing).hasSizeBetween(1, 249);
    assertThat(result.rowsChecked()).isEqualTo(250);
    assertThat(result.rowsFailed()).isEqualTo(failing.size());
    assertThat(result.passed()).isFalse();
    assertThat(items(result.sample().rows()))
        .hasSize(Math.min(CheckResult.SAMPLE_ROWS, failing.size()))
        .allMatch(bad(kind, items));
  }

  @ParameterizedTest
  @CsvSource({"0.7, true", "0.6, true", "0.71, false", "1, false"})
  void aThresholdIsTheShareThatHasToPass(String threshold, boolean passes) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long id = 0; id < 10; id++) {
      rows.add(Arrays.asList(id, id < 3 ? null : "a", null, null));
    }
    Dataset dataset = store("share", RowPage.of(INPUT, 0, rows, false));

    CheckResult result =
        result(
            dataset,
            List.of(),
            """
            check_type = "completeness"
            columns = ["name"]
            config = { threshold = %s }
            """
                .formatted(threshold));

    assertThat(result.passed()).isEqualTo(passes);
    assertThat(result.observed()).isEqualTo("0.7");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void figuresOfAColumnAreThoseOfAModel(long seed) {
    List<List<@Nullable Object>> rows = random(seed, 100);
    Dataset dataset = store("figures_" + seed, RowPage.of(INPUT, 0, rows, false));
    List<BigDecimal> amounts =
        items(rows).stream().flatMap(item -> item.amount().stream()).toList();
    BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(figure(dataset, "sum", sum.toPlainString())).isTrue();
    assertThat(figure(dataset, "sum", sum.add(BigDecimal.ONE).toPlainString())).isFalse();
    assertThat(figure(dataset, "min", amounts.stream().sorted().toList().getFirst().toString()))
        .isTrue();
    assertThat(figure(dataset, "max", amounts.stream().sorted().toList().getLast().toString()))
        .isTrue();
    assertThat(figure(dataset, "distinct_count", "" + amounts.stream().distinct().count()))
        .isTrue();
    assertThat(figure(dataset, "null_count", "" + (100 - amounts.size()))).isTrue();
    assertThat(figure(dataset, "null_count", "" + (99 - amounts.size()))).isFalse();
  }

  private boolean figure(Dataset dataset, String statistic, String value) {
    return result(
            dataset,
            List.of(),
            """
            check_type = "statistic"
            columns = ["amount"]
            config = { statistic = "%s", min = %s, max = %s }
            """
                .formatted(statistic, value, value))
        .passed();
  }

  @ParameterizedTest
  @CsvSource({"10, true", "9, true", "11, true", "8, false", "12, false"})
  void theNumberOfRowsMayChangeByAShareOfThatBefore(long before, boolean passes) {
    List<List<@Nullable Object>> rows = random(5, 10);
    Dataset dataset = store("counted", RowPage.of(INPUT, 0, rows, false));
    PlannedCheck check =
        check(
            reading(dataset),
            List.of(),
            """
            check_type = "row_count_change"
            config = { max_ratio = 0.12 }
            """);

    assertThat(result(check, reading(dataset), OptionalLong.of(before)).passed()).isEqualTo(passes);
    assertThat(result(check, reading(dataset), OptionalLong.empty()).passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"36h, true", "35h, false", "2d, true", "1d, false"})
  void ageIsCountedFromTheClockOfTheBatch(String age, boolean passes) {
    Dataset dataset =
        store(
            "times",
            """
            at timestamp
            2026-04-30T00:00
            2026-01-01T00:00
            NULL\
            """);

    assertThat(
            result(
                    dataset,
                    List.of(),
                    """
                    check_type = "freshness"
                    columns = ["at"]
                    config = { max_age = "%s" }
                    """
                        .formatted(age))
                .passed())
        .isEqualTo(passes);
  }

  @Test
  void storedColumnsAreComparedWithThoseExpected() {
    Dataset dataset = store("shape", RowPage.of(INPUT, 0, List.of(), false));
    String expected =
        """
        check_type = "schema"
        config = { columns = { id = "integer", amount = "decimal(10,2)" }, exact = %s }
        """;

    assertThat(result(dataset, List.of(), expected.formatted(false)).passed()).isTrue();
    CheckResult exact = result(dataset, List.of(), expected.formatted(true));
    assertThat(exact.passed()).isFalse();
    assertThat(exact.observed()).isEqualTo("name is not expected, day is not expected");
  }

  @Test
  void aBatchDoneAgainReplacesItsResultsAndNoOthers() {
    Flow flow =
        FlowToml.read(TomlDocument.parse("flows/kept.toml", "id = \"kept\"\nflow_type = \"x\""))
            .flow();
    QualityRecords records = QualityRecords.of(flow);
    Dataset dataset = store("kept_rows", RowPage.of(INPUT, 0, random(8, 300), false));
    CheckResult loose = result(dataset, List.of(), rangeUpTo(90));
    CheckResult strict = result(dataset, List.of(), rangeUpTo(20));
    assertThat(strict.sample().rows()).hasSize(CheckResult.SAMPLE_ROWS);

    keep(records, "one", 1, loose);
    keep(records, "other", 1, loose);
    keep(records, "one", 2, strict);
    List<List<@Nullable Object>> results = stored(records.results()).rows();
    List<List<@Nullable Object>> samples = stored(records.samples()).rows();
    keep(records, "one", 2, loose);
    keep(records, "one", 2, strict);

    assertThat(results).hasSize(3);
    assertThat(Comparison.areSameRows(stored(records.results()).rows(), results)).isTrue();
    assertThat(Comparison.areSameRows(stored(records.samples()).rows(), samples)).isTrue();
  }

  private static String rangeUpTo(int most) {
    return """
    check_type = "range"
    columns = ["amount"]
    config = { max = %d }
    """
        .formatted(most);
  }

  private void keep(QualityRecords records, String suite, long id, CheckResult result) {
    var batch = new BatchContext(id, Optional.empty(), CLOCK.plusDays(id), Map.of());
    try (EngineTransaction transaction = engine().begin(new Cancellation())) {
      records.datasets().forEach(transaction::prepare);
      records
          .instructions(new TaskId(suite), suite, List.of(result), batch)
          .forEach(instruction -> transaction.execute(instruction, batch));
      transaction.commit();
    }
  }
}

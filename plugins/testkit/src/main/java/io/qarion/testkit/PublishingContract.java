package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers of changes: what is booked, and that all of it together is what is published. */
public abstract class PublishingContract extends EngineContract {

  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 9, 0);

  private static final Schema INPUT =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("region", PlainType.STRING),
          Column.of("amount", new DecimalType(10, 2)),
          Column.of("pieces", PlainType.INTEGER),
          Column.of("op", PlainType.STRING));

  private static final List<String> BOOKED =
      List.of("id", "region", "amount", "batch_id", "xt_transaction_type", "xt_sign");

  private static String toml(String id, String properties) {
    return """
    id = "%s"
    flow_type = "delta_publishing"

    [input]
    primary_key = ["id"]
    columns = [
      { name = "id", schema_type = "integer" },
      { name = "region", schema_type = "string" },
      { name = "amount", schema_type = "decimal(10,2)" },
      { name = "pieces", schema_type = "integer" },
      { name = "op", schema_type = "string" },
    ]

    [properties]
    change_detection_columns = ["region", "amount", "pieces"]
    %s

    [properties.load]
    source_path = "data"
    """
        .formatted(id, properties);
  }

  private FlowOnEngine twoDeliveries(String id, String mode) {
    FlowOnEngine flow =
        FlowOnEngine.of(
            engine(),
            toml(
                id,
                "measure_columns = [\"amount\", \"pieces\"]\nreversal_mode = \"" + mode + "\""));
    flow.batch(
        FIRST,
        TextTable.read(
            """
            id integer | region string | amount decimal(10,2) | pieces integer | op string
            1 | north | 10.00 | 1 | NULL
            2 | north | 20.00 | 2 | NULL
            3 | south | NULL | 3 | NULL
            4 | south | 40.00 | 4 | NULL\
            """));
    flow.batch(
        FIRST.plusDays(1),
        TextTable.read(
            """
            id integer | region string | amount decimal(10,2) | pieces integer | op string
            1 | north | 12.50 | 1 | NULL
            2 | east | 20.00 | 2 | NULL
            3 | south | 7.00 | NULL | NULL
            5 | west | 5.00 | 5 | NULL\
            """));
    return flow;
  }

  private static void expectRows(RowPage rows, String wanted) {
    assertThat(Comparison.areSameRows(rows.rows(), TextTable.read(wanted).rows()))
        .as("got\n%sexpected\n%s", Comparison.shown(rows.rows()), wanted)
        .isTrue();
  }

  @Test
  void aChangeTakesTheOldRecordBackAndBooksTheNewOne() {
    FlowOnEngine flow = twoDeliveries("rebook", "reverse_and_rebook");
    expectRows(
        flow.rows("rebook_delta_transaction", BOOKED),
        """
        id integer | region string | amount decimal(10,2) | batch integer | type string | sign integer
        1 | north | 10.00 | 1 | insert | 1
        2 | north | 20.00 | 1 | insert | 1
        3 | south | NULL | 1 | insert | 1
        4 | south | 40.00 | 1 | insert | 1
        1 | north | -10.00 | 2 | reversal | -1
        1 | north | 12.50 | 2 | correction | 1
        2 | north | -20.00 | 2 | reversal | -1
        2 | east | 20.00 | 2 | correction | 1
        3 | south | NULL | 2 | reversal | -1
        3 | south | 7.00 | 2 | correction | 1
        4 | south | -40.00 | 2 | reversal | -1
        5 | west | 5.00 | 2 | insert | 1\
        """);
    expectRows(
        flow.rows("rebook_published", List.of("id", "region", "amount", "pieces", "batch_id")),
        """
        id integer | region string | amount decimal(10,2) | pieces integer | batch integer
        1 | north | 12.50 | 1 | 2
        2 | east | 20.00 | 2 | 2
        3 | south | 7.00 | NULL | 2
        5 | west | 5.00 | 5 | 2\
        """);
  }

  @Test
  void whereOnlyAmountsChangeTheDifferenceCanBeBooked() {
    FlowOnEngine flow = twoDeliveries("difference", "difference");
    expectRows(
        flow.rows(
            "difference_delta_transaction",
            List.of("id", "region", "amount", "pieces", "xt_transaction_type", "batch_id")),
        """
        id integer | region string | amount decimal(10,2) | pieces integer | type string | batch integer
        1 | north | 10.00 | 1 | insert | 1
        2 | north | 20.00 | 2 | insert | 1
        3 | south | NULL | 3 | insert | 1
        4 | south | 40.00 | 4 | insert | 1
        1 | north | 2.50 | 0 | adjustment | 2
        2 | north | -20.00 | -2 | reversal | 2
        2 | east | 20.00 | 2 | correction | 2
        3 | south | 7.00 | -3 | adjustment | 2
        4 | south | -40.00 | -4 | reversal | 2
        5 | west | 5.00 | 5 | insert | 2\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "1, reverse_and_rebook, full",
    "2, difference, full",
    "3, reverse_and_rebook, partial",
    "4, difference, partial"
  })
  void theSumOfAllTransactionsIsWhatIsPublished(long seed, String mode, String snapshot) {
    var random = new Random(seed);
    String id = "sums_" + seed;
    String partial =
        snapshot.equals("partial")
            ? "snapshot_type = \"partial\"\ndelete_column = \"op\"\ndelete_values = [\"D\"]"
            : "";
    FlowOnEngine flow =
        FlowOnEngine.of(
            engine(),
            toml(
                id,
                "measure_columns = [\"amount\", \"pieces\"]\nreversal_mode = \"%s\"\n%s"
                    .formatted(mode, partial)));
    for (int run = 0; run < 6; run++) {
      flow.batch(FIRST.plusDays(run), delivery(random, snapshot.equals("partial")));
      assertThat(sums(flow.rows(id + "_delta_transaction", List.of("id", "amount", "pieces"))))
          .isEqualTo(sums(flow.rows(id + "_published", List.of("id", "amount", "pieces"))));
    }
    RowPage ids = flow.rows(id + "_delta_transaction", List.of("xt_transaction_id"));
    assertThat(ids.rows()).doesNotHaveDuplicates();
  }

  private static RowPage delivery(Random random, boolean partial) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (long id = 1; id <= 40; id++) {
      if (random.nextInt(3) > 0) {
        var row = new ArrayList<@Nullable Object>();
        row.add(id);
        row.add(random.nextInt(5) == 0 ? null : "r" + random.nextInt(2));
        row.add(random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(300), 2));
        row.add(random.nextInt(5) == 0 ? null : (long) random.nextInt(3));
        row.add(partial && random.nextInt(4) == 0 ? "D" : null);
        rows.add(row);
      }
    }
    return RowPage.of(INPUT, 0, rows, false);
  }

  /** The sums of each key that has not come to nothing. */
  private static Map<Object, List<BigDecimal>> sums(RowPage rows) {
    Map<Object, List<BigDecimal>> sums = new HashMap<>();
    for (List<@Nullable Object> row : rows.rows()) {
      sums.merge(
          String.valueOf(row.get(0)),
          List.of(number(row.get(1)), number(row.get(2))),
          (a, b) -> List.of(a.get(0).add(b.get(0)), a.get(1).add(b.get(1))));
    }
    sums.values().removeIf(sum -> sum.stream().allMatch(number -> number.signum() == 0));
    return new TreeMap<>(sums);
  }

  private static BigDecimal number(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.setScale(2);
      case Long whole -> BigDecimal.valueOf(whole).setScale(2);
      case null, default -> BigDecimal.ZERO.setScale(2);
    };
  }

  @Test
  void amountsThatAreNotExactAreRefused() {
    List<Problem> problems =
        FlowOnEngine.compile(
                toml("floats", "measure_columns = [\"amount\", \"wrong\"]")
                    .replace("decimal(10,2)", "float"))
            .problems();
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "'wrong' is no input column.", "'amount' is float; sums of amounts have to be exact.");
  }
}

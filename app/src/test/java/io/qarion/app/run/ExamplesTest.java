package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"jaffle-shop", "orders-change-feed", "orders-history", "flights", "music-shop"})
  void everyExampleIsFreeOfProblems(String name) throws IOException {
    var output = TestProject.example(name, folder).command("validate");

    assertThat(output.out()).endsWith("0 errors, 0 warnings, 0 hints\n");
    assertThat(output.code()).isZero();
  }

  @Test
  void theJaffleShopGivesTheCustomersThatEveryDbtUserKnows() throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);

    var output = project.run("shop");

    assertThat(output.err()).doesNotContain("error");
    assertThat(output.code()).isZero();
    List<String> customers = project.read("out/customers.csv").lines().toList();
    assertThat(customers)
        .hasSize(101)
        .startsWith(
            "customer_id,first_name,last_name,first_order,most_recent_order,number_of_orders,lifetime_value",
            "1,Michael,P.,2018-01-01,2018-02-10,2,33.00",
            "2,Shawn,M.,2018-01-11,2018-01-11,1,23.00",
            "3,Kathleen,P.,2018-01-02,2018-03-11,3,65.00",
            "4,Jimmy,C.,,,0,");
    assertThat(project.rows("shop", "orders"))
        .hasSize(100)
        .contains("1,1,2018-01-01,returned,10.00,0.00,0.00,0.00,10.00");
    assertThat(project.has("out/orders.parquet")).isTrue();
  }

  @Test
  void theChangeFeedNamesNewChangedDeletedAndReturningOrders() throws IOException {
    TestProject project = TestProject.example("orders-change-feed", folder);

    assertThat(project.run("orders").code()).isZero();
    assertThat(project.run("export_changes").code()).isZero();

    List<String> changes = project.read("out/changes_4.csv").lines().toList();
    assertThat(changes).hasSize(57);
    assertThat(changes.stream().filter(line -> line.contains(",2,")).map(ExamplesTest::kind))
        .containsExactlyInAnyOrder(
            "3 changed status",
            "9 changed status",
            "12 changed amount",
            "17 changed status",
            "22 changed status",
            "31 changed status",
            "41 new ",
            "42 new ",
            "43 new ",
            "44 new ",
            "7 deleted ",
            "28 deleted ");
    assertThat(changes.stream().filter(line -> line.contains(",3,")).map(ExamplesTest::kind))
        .containsExactlyInAnyOrder("7 new ", "9 changed status", "40 deleted ", "45 new ");
  }

  @Test
  void theMusicShopCountsItsCustomersAndTellsOfItsInvoices() throws IOException {
    TestProject project = TestProject.example("music-shop", folder);

    for (String flow :
        List.of("customer_growth", "export_growth", "buying_spells", "invoice_events")) {
      var output = project.run(flow);
      assertThat(output.err()).isEmpty();
      assertThat(output.code()).isZero();
    }

    List<String> growth = project.read("out/growth.csv").lines().toList();
    assertThat(growth).hasSize(21);
    assertThat(growth.get(1)).startsWith("2021-01-01,");
    assertThat(project.rows("buying_spells", "sessions").size()).isGreaterThan(60);
    assertThat(project.read("out/events/outbox.event.Invoice.jsonl").lines())
        .hasSize(412)
        .allMatch(line -> line.contains("InvoiceIssued"));
  }

  @Test
  void flightsPutBadNotesAsideAndKeepTheRest() throws IOException {
    TestProject project = TestProject.example("flights", folder);

    var output = project.run("delays");

    assertThat(output.code()).isZero();
    assertThat(output.out()).contains("data/notes.jsonl: 4 rows, 4 put aside");
    assertThat(output.err())
        .contains(
            "record 4, column 'minutes': not of type integer — about an hour",
            "record 5, column 'minutes': not of type integer — 12.5",
            "record 6, column 'reported': not of type date — yesterday",
            "record 7, column 'origin': a required value is missing");
    assertThat(project.rows("delays", "load_notes"))
        .containsExactly(
            "origin,minutes,reported,note",
            "IAH,40,2001-01-02,\"late \"\"crew\"\"\"",
            "LAX,15,2001-01-01,fog",
            "SEA,22,2001-01-04,ünïcode ✈",
            "SJC,,2001-01-01,");
    assertThat(project.read("out/delay_by_airport.json"))
        .contains(
            "{\"airport\":\"DAY\",\"name\":\"James M Cox Dayton"
                + " Intl\",\"city\":\"Dayton\",\"state\":\"OH\",\"flights\":5,\"late\":3,\"average_delay\":38.0,\"worst\":129,\"reported_minutes\":null}");
  }

  @Test
  void airportsWithoutACodeOrAPlaceWaitAndTheOthersAreChecked() throws IOException {
    TestProject project = TestProject.example("flights", folder);

    var register = project.run("register_airports");
    var quality = project.run("register_quality");

    assertThat(register.code()).as(register.err()).isZero();
    assertThat(register.err())
        .contains("Rows that fail checks and are parked in 'register_airports_error_parking': 56.");
    assertThat(quality.code()).as(quality.err()).isZero();
    assertThat(quality.out())
        .contains("Latitudes of the north: all 3,320 rows pass")
        .contains("Few airports wait: 56 where <= 20 is expected");
  }

  private static String kind(String line) {
    String[] cells = line.split(",", -1);
    int last = cells.length;
    return cells[0] + " " + cells[last - 3] + " " + cells[last - 2];
  }
}

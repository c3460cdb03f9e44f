package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.outbox.OutboxColumns;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events from their files to whoever listens, with targets that fail. */
class OutboxTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TO_FILES =
      "[properties.publisher]\ntype = \"file\"\npath = \"out\"\n";
  private static final String FILE = "out/outbox.event.Order.jsonl";

  @TempDir private Path folder;

  private TestProject project(String publisher) throws IOException {
    return TestProject.empty(folder)
        .write(
            "flows/orders.toml",
            """
            id = "orders"
            flow_type = "outbox"

            [input]
            primary_key = ["id"]
            columns = [
              { name = "id", schema_type = "integer" },
              { name = "customer", schema_type = "string" },
            ]

            [properties]
            aggregate_type = "Order"
            aggregate_id_columns = ["customer"]
            event_type = "OrderCreated"

            [properties.load]
            source_path = "data"
            file_pattern = "orders*.csv"

            %s
            """
                .formatted(publisher))
        .write("data/orders1.csv", "id,customer\n1,a\n2,a\n3,b\n");
  }

  private static List<String> lines(TestProject project) throws IOException {
    return project.has(FILE) ? Files.readAllLines(project.root().resolve(FILE)) : List.of();
  }

  private static List<String> payloads(TestProject project) throws IOException {
    List<String> payloads = new ArrayList<>();
    for (String line : lines(project)) {
      payloads.add(JSON.readTree(line).get("payload").toString());
    }
    return payloads;
  }

  private static List<String> column(TestProject project, String name) throws IOException {
    List<String> rows = project.rows("orders", "relay");
    int column = CsvCells.of(rows.getFirst()).indexOf(name);
    return rows.stream().skip(1).map(row -> CsvCells.of(row).get(column)).toList();
  }

  @Test
  void newRowsAreDeliveredOnceAndInOrder() throws IOException {
    TestProject project = project(TO_FILES);
    assertThat(project.rows("orders", "relay")).as("shown before it runs").hasSize(4);

    var first = project.run("orders");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(project.run("orders").out()).contains("Nothing to do");
    project.write("data/orders2.csv", "id,customer\n1,c\n");
    assertThat(project.run("orders").code()).isZero();

    assertThat(payloads(project))
        .containsExactly(
            "{\"id\":1,\"customer\":\"a\"}",
            "{\"id\":2,\"customer\":\"a\"}",
            "{\"id\":3,\"customer\":\"b\"}",
            "{\"id\":1,\"customer\":\"c\"}");
    assertThat(column(project, "xt_status")).hasSize(4).containsOnly("sent");
    assertThat(new HashSet<>(column(project, "id"))).hasSize(4);
  }

  @Test
  void doneAgainNoEventIsMadeOrSentAgain() throws IOException {
    TestProject project = project(TO_FILES);
    assertThat(project.run("orders").code()).isZero();
    project.write("data/orders2.csv", "id,customer\n9,a\n");
    assertThat(project.run("orders").code()).isZero();
    List<String> events = project.rows("orders", "relay");

    for (String again : List.of("--rerun", "--full-refresh", "--reload")) {
      var output = project.run("orders", again);
      assertThat(output.code()).as(again + output.err()).isZero();
      assertThat(project.rows("orders", "relay")).as(again).isEqualTo(events);
    }
    assertThat(lines(project)).hasSize(4);
  }

  @Test
  void eventsOfAnotherFlowAreTakenOnceEach() throws IOException {
    TestProject project =
        TestProject.example("orders-change-feed", folder)
            .write(
                "flows/events.toml",
                """
                id = "events"
                flow_type = "outbox"

                [properties]
                source_dataset_id = "order_changes_change_feed"
                aggregate_type = "Order"
                aggregate_id_columns = ["order_id"]
                event_type = "Order-{xt_record_type}"
                payload_columns = ["order_id", "status"]

                [properties.publisher]
                type = "file"
                path = "out"
                """);
    String feed = project.has("flows/order_changes.toml") ? "order_changes" : "orders";
    project.replace("flows/events.toml", "order_changes_change_feed", feed + "_change_feed");
    assertThat(project.run(feed).code()).isZero();

    var run = project.run("events");
    assertThat(run.code()).as(run.err()).isZero();
    int events = lines(project).size();
    assertThat(project.run("events", "--full-refresh").code()).isZero();

    assertThat(events).isEqualTo(project.rows("events", "events").size() - 1).isPositive();
    assertThat(lines(project)).hasSize(events);
    assertThat(lines(project)).anyMatch(line -> line.contains("\"type\":\"Order-changed\""));
  }

  /** Answers as a test wants, and keeps what it accepted. */
  private static final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> accepted = Collections.synchronizedList(new ArrayList<>());
    private Predicate<JsonNode> accepts = _ -> true;

    Listener() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    String publisher(int maxAttempts) {
      return """
      [properties.publisher]
      type = "http"
      url = "http://%s:%d/"
      max_attempts = %d
      batch_size = 2
      """
          .formatted(
              server.getAddress().getHostString(), server.getAddress().getPort(), maxAttempts);
    }

    private void answer(HttpExchange exchange) throws IOException {
      JsonNode message = JSON.readTree(exchange.getRequestBody());
      boolean good = accepts.test(message);
      if (good) {
        accepted.add(message);
      }
      exchange.sendResponseHeaders(good ? 204 : 500, -1);
      exchange.close();
    }

    List<String> orders() {
      return accepted.stream().map(message -> message.at("/payload/id").asText()).toList();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static boolean isOrder(JsonNode message, int id) {
    return message.at("/payload/id").asInt() == id;
  }

  @Test
  void aRefusedEventHoldsBackItsAggregateOnly() throws IOException {
    try (var listener = new Listener()) {
      TestProject project = project(listener.publisher(5));
      listener.accepts = message -> !isOrder(message, 1);

      var run = project.run("orders");
      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("1 events were not accepted", "answered 500");
      assertThat(listener.orders()).containsExactly("3");
      assertThat(column(project, "xt_attempts")).containsExactlyInAnyOrder("1", "0", "1");

      listener.accepts = _ -> true;
      assertThat(project.command("relay", "orders").out()).contains("2 sent, 0 not accepted");
      assertThat(listener.orders()).containsExactly("3", "1", "2");
    }
  }

  @Test
  void afterTooManyAttemptsAnEventIsDeadAndWhatFollowsItWaits() throws IOException {
    try (var listener = new Listener()) {
      TestProject project = project(listener.publisher(2));
      listener.accepts = message -> !isOrder(message, 1);
      assertThat(project.run("orders").code()).isZero();

      var relay = project.command("relay", "orders");
      assertThat(relay.code()).isEqualTo(1);
      assertThat(relay.out()).contains("0 sent, 0 not accepted, 1 dead");
      listener.accepts = _ -> true;
      assertThat(project.command("relay", "orders").out()).contains("0 sent");
      assertThat(project.run("orders").out()).contains("Nothing to do");

      assertThat(column(project, "xt_status")).containsExactlyInAnyOrder("dead", "pending", "sent");
      assertThat(listener.orders()).containsExactly("3");
    }
  }

  /** The worked oracle: four events, of which the target takes two before the relay is killed. */
  @Test
  void aRelayThatIsKilledGoesOnWhereItWas() throws IOException {
    try (var listener = new Listener()) {
      TestProject project = project(listener.publisher(5));
      store(project);
      var before = new AtomicInteger();
      listener.accepts = _ -> before.incrementAndGet() <= 2;
      assertThat(project.command("relay", "orders").code()).isEqualTo(1);
      listener.accepts = _ -> true;
      assertThat(project.command("relay", "orders").code()).isZero();

      assertThat(listener.accepted)
          .extracting(
              message -> message.get("id").asText().substring(35),
              message -> message.get("topic").asText(),
              message -> message.get("key").asText())
          .containsExactlyInAnyOrder(
              tuple("1", "outbox.event.Order", "1"),
              tuple("2", "outbox.event.Order", "2"),
              tuple("3", "outbox.event.Customer", "7"),
              tuple("4", "outbox.event.Order", "1"));
      assertThat(listener.accepted)
          .extracting(message -> message.get("payload").toString())
          .contains("{\"id\":7,\"name\":\"Zoë\"}", "{\"id\":1,\"total\":\"39.98\"}");
    }
  }

  private static void store(TestProject project) {
    Dataset outbox = OutboxColumns.dataset(new DatasetName("orders_outbox"), Optional.empty());
    RowPage events =
        RowPage.of(
            outbox.schema(),
            0,
            List.of(
                event(1, "Order", "1", "OrderCreated", "{\"id\":1,\"total\":\"39.98\"}"),
                event(2, "Order", "2", "OrderCreated", "{\"id\":2,\"total\":\"5.00\"}"),
                event(3, "Customer", "7", "CustomerRenamed", "{\"id\":7,\"name\":\"Zoë\"}"),
                event(4, "Order", "1", "OrderCancelled", "{\"id\":1}")),
            false);
    try (var session = ProjectSession.open(ProjectModel.open(project.root()), Plugins.load());
        var transaction = session.environment().engine().begin(new Cancellation())) {
      transaction.prepare(outbox);
      transaction.execute(
          new TransformationInstruction(
              new TaskId("test"),
              Query.all(TransformationSource.of("events", RowSource.Rows.of(events))),
              outbox,
              Write.Merge.adding(List.of(OutboxColumns.ID))),
          new BatchContext(1, Optional.empty(), LocalDateTime.of(2026, 1, 1, 0, 0), Map.of()));
      transaction.commit();
    }
  }

  private static List<@Nullable Object> event(
      long sequence, String aggregate, String key, String type, String payload) {
    return Arrays.asList(
        "00000000-0000-4000-8000-00000000000" + sequence,
        aggregate,
        key,
        type,
        payload,
        1L,
        sequence,
        "pending",
        0L,
        null,
        null);
  }

  @Test
  void aFlowWithoutOutboxDeliversNothing() throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);

    var relay = project.command("relay", "shop");

    assertThat(relay.code()).isNotZero();
    assertThat(relay.err()).contains("Flow 'shop' delivers nothing", "type outbox");
  }

  @Test
  void aLineThatACrashCutOffIsSentAgainWhole() throws IOException {
    TestProject project = project(TO_FILES);
    Files.createDirectories(project.root().resolve("out"));
    Files.writeString(project.root().resolve(FILE), "{\"id\":\"before\"}\n{\"id\":\"cut o");

    assertThat(project.run("orders").code()).isZero();

    Set<String> ids = new HashSet<>();
    for (String line : lines(project)) {
      ids.add(JSON.readTree(line).get("id").asText());
    }
    assertThat(ids).hasSize(4).contains("before");
  }
}

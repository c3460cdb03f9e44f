package io.qarion.plugins.connectors.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.Settings;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.outbox.OutboxMessage;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends to a real server on this machine. */
class HttpPublisherTest {

  private static final OutboxMessage MESSAGE =
      new OutboxMessage("id-1", "outbox.event.Order", "7", "Made", "{\"n\":1}");

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server = unstarted();

  private static HttpServer unstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/good", exchange -> answer(exchange, 202, ""));
    server.createContext("/busy", exchange -> answer(exchange, 503, "come back later"));
    server.createContext("/moved", exchange -> answer(exchange, 302, ""));
    server.createContext("/silent", this::keepSilent);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    received.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Shop"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void keepSilent(HttpExchange exchange) {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private MessagePublisher open(String path) {
    String url =
        "http://%s:%d%s"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort(), path);
    return open(
        Settings.of(
            Map.of("url", url, "timeout", 1L, "headers", Settings.of(Map.of("X-Shop", "jaffle")))));
  }

  private static MessagePublisher open(Settings settings) {
    return new HttpPublisherPlugin().open(settings, new ProjectPaths(Path.of("."), List.of()));
  }

  private static void fails(MessagePublisher publisher, String message) {
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> publisher.publish(MESSAGE))
        .withMessageContaining(message);
  }

  @Test
  void aMessageIsPostedWithItsIdAndTheHeadersAskedFor() {
    try (MessagePublisher publisher = open("/good")) {
      publisher.publish(MESSAGE);
      publisher.publish(MESSAGE);
    }

    assertThat(received)
        .hasSize(2)
        .containsOnly(
            """
            POST id-1 jaffle {"id":"id-1","topic":"outbox.event.Order","key":"7","type":"Made","payload":{"n":1}}\
            """);
  }

  @Test
  void onlyAnAnswerOfSuccessIsAcceptance() {
    try (MessagePublisher busy = open("/busy");
        MessagePublisher moved = open("/moved");
        MessagePublisher unknown = open("/nowhere")) {
      fails(busy, "answered 503. come back later");
      fails(moved, "answered 302");
      fails(unknown, "answered 404");
    }
  }

  @Test
  void silenceIsNoAcceptance() {
    try (MessagePublisher silent = open("/silent")) {
      fails(silent, "There was no answer in 1 seconds");
    }
  }

  @Test
  void anAddressThatNobodyAnswersIsExplained() {
    try (MessagePublisher publisher = open("/good")) {
      server.stop(0);
      fails(publisher, "The address can't be reached");
    }
  }

  @Test
  void breakingOffEndsAWaitingRequest() throws InterruptedException {
    try (MessagePublisher silent =
        open(
            Settings.of(
                Map.of(
                    "url",
                    "http://%s:%d/silent"
                        .formatted(
                            server.getAddress().getHostString(),
                            server.getAddress().getPort()))))) {
      Thread breaking = Thread.ofVirtual().start(silent::abort);
      assertThatExceptionOfType(QarionException.class).isThrownBy(() -> silent.publish(MESSAGE));
      breaking.join();
    }
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    for (String url : List.of("", "file:///etc/passwd", "ftp://host/x", "no address", "http://")) {
      assertThatExceptionOfType(QarionException.class)
          .isThrownBy(() -> open(Settings.of(Map.of("url", url))))
          .withMessageContaining("Nothing can be sent there");
    }
  }
}

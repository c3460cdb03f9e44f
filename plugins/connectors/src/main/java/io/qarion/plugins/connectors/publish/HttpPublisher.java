package io.qarion.plugins.connectors.publish;

import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.outbox.OutboxMessage;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message by a POST. The message's id goes along as {@code Idempotency-Key}, so that the
 * receiver can tell a message that it has had already.
 */
final class HttpPublisher implements MessagePublisher {

  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;
  private static final int SHOWN_BYTES = 200;

  private final HttpRequest template;
  private final Duration timeout;
  private final HttpClient client;

  HttpPublisher(HttpRequest template, Duration timeout) {
    this.template = template;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public void publish(OutboxMessage message) {
    HttpRequest request =
        HttpRequest.newBuilder(template, (_, _) -> true)
            .setHeader("Idempotency-Key", message.id())
            .POST(BodyPublishers.ofString(MessageJson.of(message)))
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() / HUNDRED != SUCCESS) {
          throw failure(
              "The address answered %d. %s"
                  .formatted(
                      answer.statusCode(),
                      new String(body.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8).strip()),
              null);
        }
      }
    } catch (HttpTimeoutException e) {
      throw failure("There was no answer in %d seconds.".formatted(timeout.toSeconds()), e);
    } catch (IOException e) {
      throw failure("The address can't be reached: %s.".formatted(reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("The request was broken off.", e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private QarionException failure(String message, @Nullable Exception e) {
    Problem problem =
        Problem.error(
            "publish.http",
            Place.of("properties.publisher.url"),
            "%s (%s)".formatted(message.strip(), template.uri()),
            "See to it that the address accepts messages; the event is offered again.");
    return e == null ? new QarionException(problem) : new QarionException(problem, e);
  }

  @Override
  public void abort() {
    client.shutdownNow();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

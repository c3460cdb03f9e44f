package io.qarion.plugins.connectors.publish;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.Settings;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.plugin.PublisherPlugin;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Delivers events to an address, by a POST each. */
public final class HttpPublisherPlugin implements PublisherPlugin {

  private static final String URL = "properties.publisher.url";
  private static final long TIMEOUT_SECONDS = 30;

  @Override
  public String publisherType() {
    return "http";
  }

  @Override
  public MessagePublisher open(Settings settings, ProjectPaths paths) {
    var timeout = Duration.ofSeconds(settings.integer("timeout").orElse(TIMEOUT_SECONDS));
    return new HttpPublisher(request(settings).timeout(timeout).build(), timeout);
  }

  /** Everything but what is sent. */
  private static HttpRequest.Builder request(Settings settings) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(settings.text("url", "")))
              .header("Content-Type", "application/json");
      settings
          .table("headers")
          .values()
          .forEach((name, value) -> request.setHeader(name, value.toString()));
      return request;
    } catch (IllegalArgumentException e) {
      throw new QarionException(
          Problem.error(
              "publish.http.settings",
              Place.of(URL),
              "Nothing can be sent there: %s.".formatted(e.getMessage()),
              "Write an address such as https://host/path, and headers that HTTP allows."),
          e);
    }
  }
}

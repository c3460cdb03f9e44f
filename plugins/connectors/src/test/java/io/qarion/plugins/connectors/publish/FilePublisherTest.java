package io.qarion.plugins.connectors.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.Settings;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.outbox.OutboxMessage;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePublisherTest {

  @TempDir private Path project;

  private MessagePublisher open(String path) {
    return new FilePublisherPlugin()
        .open(Settings.of(Map.of("path", path)), new ProjectPaths(project, List.of()));
  }

  private static OutboxMessage message(String topic, String payload) {
    return new OutboxMessage("id-1", topic, "7", "Renamed", payload);
  }

  @Test
  void eachMessageIsALineInTheFileOfItsTopic() throws IOException {
    try (MessagePublisher publisher = open("events")) {
      publisher.publish(message("outbox.event.Order", "{\"price\":1.10,\"name\":\"Zoë\"}"));
      publisher.publish(message("outbox.event.Order", "no JSON\nin two lines"));
      publisher.publish(message("outbox.event.Customer", "{}"));
    }
    try (MessagePublisher again = open("events")) {
      again.publish(message("outbox.event.Customer", "[1]"));
    }

    assertThat(project.resolve("events/outbox.event.Order.jsonl"))
        .hasContent(
            """
            {"id":"id-1","topic":"outbox.event.Order","key":"7","type":"Renamed","payload":{"price":1.10,"name":"Zoë"}}
            {"id":"id-1","topic":"outbox.event.Order","key":"7","type":"Renamed","payload":"no JSON\\nin two lines"}
            """);
    assertThat(Files.readAllLines(project.resolve("events/outbox.event.Customer.jsonl")))
        .extracting(line -> line.substring(line.indexOf("payload")))
        .containsExactly("payload\":{}}", "payload\":[1]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 8_192, 20_000})
  void whatACrashCutOffIsTakenAway(int length) throws IOException {
    Path file = project.resolve("t.jsonl");
    Files.writeString(file, "{\"id\":\"whole\"}\n" + "x".repeat(length));
    try (MessagePublisher publisher = open(".")) {
      publisher.publish(message("t", "{}"));
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"id\":\"whole\"}",
            "{\"id\":\"id-1\",\"topic\":\"t\",\"key\":\"7\",\"type\":\"Renamed\",\"payload\":{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside", "/etc/passwd", "a/b", "C:\\x", ".", "..", "nul\u0000", "für", "%2e"})
  void noTopicLeavesTheFolderOrSharesAFile(String topic) throws IOException {
    try (MessagePublisher publisher = open("events")) {
      publisher.publish(message(topic, "{}"));
      publisher.publish(message("other", "{}"));
    }

    try (Stream<Path> files = Files.walk(project).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(2).allMatch(file -> file.startsWith(project.resolve("events")));
    }
  }

  @Test
  void aFolderOutsideOfTheProjectIsRefused() {
    assertThatExceptionOfType(QarionException.class).isThrownBy(() -> open("../elsewhere"));
  }

  @Test
  void aFolderThatIsAFileIsExplained() throws IOException {
    Files.writeString(project.resolve("events"), "a file");
    try (MessagePublisher publisher = open("events")) {
      assertThatExceptionOfType(QarionException.class)
          .isThrownBy(() -> publisher.publish(message("t", "{}")))
          .withMessageContaining("'t.jsonl' can't be written");
    }
    assertThat(project.resolve("events")).hasContent("a file");
  }
}

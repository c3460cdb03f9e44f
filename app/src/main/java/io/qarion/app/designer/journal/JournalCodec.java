package io.qarion.app.designer.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Journal records as lines of JSON. */
final class JournalCodec {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JournalCodec() {}

  /** A line with its end. */
  static byte[] write(JournalRecord entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (entry) {
      case JournalRecord.Started started ->
          node.put("do", "start").put("text", started.text()).put("file", started.file());
      case JournalRecord.Edited edited ->
          node.put("do", "edit")
              .put("name", edited.name())
              .put("offset", edited.change().offset())
              .put("removed", edited.change().removed())
              .put("inserted", edited.change().inserted());
      case JournalRecord.Undone _ -> node.put("do", "undo");
      case JournalRecord.Redone _ -> node.put("do", "redo");
      case JournalRecord.FileSeen seen -> node.put("do", "file").put("file", seen.file());
    }
    node.put("at", entry.at().toString());
    return (node + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Empty if the line is none of a journal. */
  static Optional<JournalRecord> read(byte[] line) {
    try {
      return read(JSON.readTree(line));
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<JournalRecord> read(JsonNode node) {
    Instant at = Instant.parse(text(node, "at"));
    return switch (text(node, "do")) {
      case "start" ->
          Optional.of(new JournalRecord.Started(at, text(node, "text"), text(node, "file")));
      case "edit" -> edited(at, node);
      case "undo" -> Optional.of(new JournalRecord.Undone(at));
      case "redo" -> Optional.of(new JournalRecord.Redone(at));
      case "file" -> Optional.of(new JournalRecord.FileSeen(at, text(node, "file")));
      default -> Optional.empty();
    };
  }

  private static Optional<JournalRecord> edited(Instant at, JsonNode node) {
    int offset = node.path("offset").asInt(-1);
    return offset < 0
        ? Optional.empty()
        : Optional.of(
            new JournalRecord.Edited(
                at,
                text(node, "name"),
                new TextChange(offset, text(node, "removed"), text(node, "inserted"))));
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }
}

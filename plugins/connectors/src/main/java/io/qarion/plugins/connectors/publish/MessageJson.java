package io.qarion.plugins.connectors.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.qarion.core.outbox.OutboxMessage;

/** Writes a message as one line of JSON. */
final class MessageJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private MessageJson() {}

  /** The message with its payload as it is if that is JSON, else as a string; no line end. */
  static String of(OutboxMessage message) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", message.id());
    json.put("topic", message.topic());
    json.put("key", message.key());
    json.put("type", message.type());
    if (isLineOfJson(message.payload())) {
      json.putRawValue("payload", new RawValue(message.payload()));
    } else {
      json.put("payload", message.payload());
    }
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }

  private static boolean isLineOfJson(String text) {
    if (text.isBlank() || text.contains("\n") || text.contains("\r")) {
      return false;
    }
    try {
      return !MAPPER.readTree(text).isMissingNode();
    } catch (JsonProcessingException _) {
      return false; // some other text, which is delivered as such
    }
  }
}

package io.qarion.core.toml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads the typed answers of the toml-test suite. */
final class TaggedJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TaggedJson() {}

  static TomlValue read(byte[] json) {
    try {
      return value(MAPPER.readTree(new String(json, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static TomlValue value(JsonNode node) {
    if (node.isArray()) {
      var items = new ArrayList<TomlValue>();
      node.forEach(item -> items.add(value(item)));
      return new TomlValue.Items(items);
    }
    if (node.size() == 2 && node.path("type").isTextual() && node.path("value").isTextual()) {
      return scalar(node.path("type").asText(), node.path("value").asText());
    }
    var entries = new LinkedHashMap<String, TomlValue>();
    node.properties().forEach(e -> entries.put(e.getKey(), value(e.getValue())));
    return new TomlValue.Table(entries);
  }

  private static TomlValue scalar(String type, String text) {
    return switch (type) {
      case "string" -> new TomlValue.Text(text);
      case "integer" -> new TomlValue.Whole(Long.parseLong(text));
      case "float" -> new TomlValue.Real(real(text));
      case "bool" -> new TomlValue.Flag(Boolean.parseBoolean(text));
      case "datetime" -> new TomlValue.OffsetTimestamp(OffsetDateTime.parse(text));
      case "datetime-local" -> new TomlValue.Timestamp(LocalDateTime.parse(text));
      case "date-local" -> new TomlValue.Date(LocalDate.parse(text));
      case "time-local" -> new TomlValue.Time(LocalTime.parse(text));
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static double real(String text) {
    return switch (text) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}

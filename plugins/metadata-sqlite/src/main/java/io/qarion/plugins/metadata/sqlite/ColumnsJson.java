package io.qarion.plugins.metadata.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qarion.core.progress.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the columns of a step as JSON. */
final class ColumnsJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ColumnsJson() {}

  static String of(List<OutputColumn> columns) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    columns.forEach(
        column -> array.addObject().put("name", column.name()).put("type", column.type()));
    return array.toString();
  }

  /** None where nothing was written, or where somebody else wrote something strange. */
  static List<OutputColumn> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      var columns = new ArrayList<OutputColumn>();
      for (JsonNode node : MAPPER.readTree(text)) {
        columns.add(new OutputColumn(node.path("name").asText(), node.path("type").asText()));
      }
      return columns;
    } catch (JsonProcessingException _) {
      return List.of(); // the history is for people to read; a run does not depend on it
    }
  }
}

package io.qarion.plugins.duckdb.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads DuckDB's description of a statement. */
final class Tree {

  private Tree() {}

  /** A text; empty if there is none. */
  static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  static boolean isExpression(JsonNode node, String expressionClass) {
    return text(node, "class").equals(expressionClass);
  }
}

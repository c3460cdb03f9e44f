package io.qarion.plugins.metadata.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qarion.core.progress.OperatorProfile;
import java.util.List;

/** Writes the operators of a step as JSON, named as in {@code OperatorProfile}. */
final class ProfileJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProfileJson() {}

  static String of(List<OperatorProfile> operators) {
    return array(operators).toString();
  }

  private static ArrayNode array(List<OperatorProfile> operators) {
    ArrayNode array = NODES.arrayNode();
    operators.forEach(operator -> array.add(node(operator)));
    return array;
  }

  private static JsonNode node(OperatorProfile operator) {
    return NODES
        .objectNode()
        .put("name", operator.name())
        .put("detail", operator.detail())
        .put("rows", operator.rows())
        .put("seconds", operator.seconds())
        .set("children", array(operator.children()));
  }
}

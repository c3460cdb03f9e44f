package io.qarion.plugins.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qarion.core.dataset.PlainType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of JSON. */
final class JsonFunctions {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100_000)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern STEP =
      Pattern.compile("\\.(?:\"([^\"]*)\"|([^.\\[\"]+))|\\[([0-9]+)\\]");

  private static final Map<Character, String> ESCAPES =
      Map.of(
          '"', "\\\"", '\\', "\\\\", '\b', "\\b", '\f', "\\f", '\n', "\\n", '\r', "\\r", '\t',
          "\\t");

  private JsonFunctions() {}

  static Map<String, FunctionMaker> all() {
    return Map.of(
        "json_quote", FunctionMaker.of(values -> quoted(values.text(0))),
        "json_valid", FunctionMaker.of(values -> isValid(values.text(0))),
        "json_extract_text",
            FunctionMaker.of(values ->
                at(tree(values.text(0)), values.text(1)).map(JsonFunctions::text).orElse(null)),
        "json_array_length", FunctionMaker.of(JsonFunctions::length));
  }

  static boolean isValid(String text) {
    try {
      return !MAPPER.readTree(text).isMissingNode();
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      throw Refusal.notOf(text, PlainType.JSON);
    }
  }

  /** The value at a path such as {@code $.a."b c"[0]}. */
  private static Optional<JsonNode> at(JsonNode root, String path) {
    if (!path.startsWith("$")) {
      throw Refusal.of("'%s' is no path into JSON.".formatted(path));
    }
    JsonNode node = root;
    Matcher step = STEP.matcher(path);
    int end = 1;
    while (end < path.length()) {
      if (!step.find(end) || step.start() != end) {
        throw Refusal.of("'%s' is no path into JSON.".formatted(path));
      }
      end = step.end();
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      node = name == null ? node.path(Integer.parseInt(step.group(3))) : node.path(name);
    }
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isTextual() ? node.asText() : node.toString();
  }

  private static @Nullable Object length(Arguments values) {
    JsonNode root = tree(values.text(0));
    return (values.size() > 1 ? at(root, values.text(1)) : Optional.of(root))
        .filter(JsonNode::isArray)
        .map(list -> (long) list.size())
        .orElse(null);
  }

  private static String quoted(String text) {
    var result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      String escape = ESCAPES.get(sign);
      if (escape != null) {
        result.append(escape);
      } else if (sign < ' ') {
        result.append("\\u%04X".formatted((int) sign));
      } else {
        result.append(sign);
      }
    }
    return result.append('"').toString();
  }
}

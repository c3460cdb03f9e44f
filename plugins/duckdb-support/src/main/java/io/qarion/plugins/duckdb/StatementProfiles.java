package io.qarion.plugins.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qarion.core.progress.OperatorProfile;
import io.qarion.core.progress.StepProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Collects the profiles that DuckDB gives of the statements of one session. */
public final class StatementProfiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_DETAIL = 200;

  /** Operators that only carry a statement. */
  private static final Set<String> WRAPPERS = Set.of("RESULT_COLLECTOR", "EXECUTE");

  /** Guesses made before the work begins, and what events say already. */
  private static final Set<String> LEFT_OUT =
      Set.of("Estimated Cardinality", "Projections", "Filename(s)");

  private final List<OperatorProfile> statements = new ArrayList<>();
  private long peakMemory = -1;
  private long spilled = -1;

  /** Adds the profile of the statement that has just ended. */
  public void add(String json) {
    tree(json).ifPresent(this::add);
  }

  private void add(JsonNode profile) {
    JsonNode system = profile.path("system");
    peakMemory = Math.max(peakMemory, system.path("peak_buffer_memory").asLong(-1));
    spilled = Math.max(spilled, system.path("peak_temp_dir_size").asLong(-1));
    for (JsonNode operator : profile.path("operator")) {
      JsonNode first = unwrapped(operator);
      OperatorProfile top = operator(first);
      if (top.children().stream().anyMatch(StatementProfiles::gaveRows)) {
        statements.add(top);
      }
    }
  }

  public StepProfile profile() {
    return new StepProfile(statements, peakMemory, spilled);
  }

  private static JsonNode unwrapped(JsonNode operator) {
    JsonNode inner = operator;
    while (WRAPPERS.contains(inner.path("type").asText()) && inner.path("children").size() == 1) {
      inner = inner.path("children").path(0);
    }
    return inner;
  }

  private static OperatorProfile operator(JsonNode node) {
    var children = new ArrayList<OperatorProfile>();
    node.path("children").forEach(child -> children.add(operator(child)));
    return new OperatorProfile(
        node.path("type").asText(),
        detail(node.path("extra_info")),
        node.path("intermediate_rows").asLong(),
        node.path("timing").asDouble(),
        children);
  }

  /** Commands such as BEGIN, and deletions of what is not there, work on no rows. */
  private static boolean gaveRows(OperatorProfile operator) {
    return operator.rows() > 0
        || operator.children().stream().anyMatch(StatementProfiles::gaveRows);
  }

  private static String detail(JsonNode info) {
    var text = new StringJoiner("; ");
    info.properties().stream()
        .filter(entry -> !LEFT_OUT.contains(entry.getKey()))
        .forEach(entry -> text.add(entry.getKey() + ": " + text(entry.getValue())));
    String all = text.toString();
    return all.length() <= LONGEST_DETAIL ? all : all.substring(0, LONGEST_DETAIL - 1) + "…";
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    var items = new StringJoiner(", ");
    value.forEach(item -> items.add(item.asText()));
    return items.toString();
  }

  /**
   * Empty where the driver cuts the text short, as it does for statements with signs beyond
   * Unicode's first plane; nothing is known of such a statement.
   */
  private static Optional<JsonNode> tree(String json) {
    try {
      return Optional.of(JSON.readTree(json));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}

package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes flows of the types that load rows, with any settings, and deliveries for them. */
final class RandomFlows {

  private static final int MOST_DELIVERIES = 4;

  private final Random random;
  private final RandomTables tables;

  RandomFlows(Random random) {
    this.random = random;
    this.tables = new RandomTables(random);
  }

  /** A flow, and the rows of its batches. */
  record Case(String toml, List<RowPage> deliveries) {

    Case {
      deliveries = List.copyOf(deliveries);
    }
  }

  Case next(String id) {
    String type =
        any("change_feed", "scd2", "delta_publishing", "sessionization", "growth_accounting");
    boolean ofEvents = type.equals("sessionization") || type.equals("growth_accounting");
    List<Column> columns = tables.columns(ofEvents ? List.of("at", "s") : List.of());
    var deliveries = new ArrayList<RowPage>();
    int count = 1 + random.nextInt(MOST_DELIVERIES);
    for (int i = 0; i < count; i++) {
      deliveries.add(tables.rows(columns, true));
    }
    var settings = new ArrayList<String>();
    switch (type) {
      case "change_feed" -> comparing(settings, columns);
      case "scd2" -> versions(settings, columns);
      case "delta_publishing" -> publishing(settings, columns);
      case "sessionization" -> sessions(settings, columns);
      default -> growth(settings, columns);
    }
    boolean hasKey = !type.equals("growth_accounting") && (!ofEvents || random.nextBoolean());
    return new Case(toml(id, type, hasKey, columns, settings), deliveries);
  }

  private void comparing(List<String> settings, List<Column> columns) {
    if (random.nextBoolean()) {
      settings.add("change_detection_columns = " + some(columns));
    }
    settings.add("include_unchanged = " + random.nextBoolean());
    if (random.nextInt(3) == 0) {
      settings.add("snapshot_type = \"partial\"");
    }
    settings.add(
        random.nextInt(3) == 0
            ? "output = \"cdf\""
            : "include_previous_values = " + random.nextBoolean());
  }

  private void versions(List<String> settings, List<Column> columns) {
    if (random.nextBoolean()) {
      settings.add("check_columns = " + some(columns));
    }
    settings.add("hard_deletes = " + quoted(any("ignore", "invalidate", "new_record")));
  }

  private void publishing(List<String> settings, List<Column> columns) {
    List<Column> amounts = amounts(columns);
    if (!amounts.isEmpty() && random.nextInt(4) > 0) {
      settings.add("measure_columns = " + some(amounts));
      settings.add("reversal_mode = " + quoted(any("reverse_and_rebook", "difference")));
    }
  }

  private void sessions(List<String> settings, List<Column> columns) {
    settings.add("entity_columns = " + any("[\"s\"]", "[\"s\"]", "[\"s\", \"id\"]"));
    settings.add("timestamp_column = \"at\"");
    settings.add("tie_breaker_column = \"id\"");
    settings.add("boundary = " + quoted(any("gap_greater", "gap_greater_or_equal")));
    settings.add("null_entity = " + quoted(any("drop", "keep")));
    if (random.nextInt(3) == 0) {
      settings.add("split_at_midnight = " + quoted(any("UTC", "Europe/Lisbon", "Asia/Kolkata")));
    }
    if (random.nextInt(3) == 0) {
      settings.add("split_on_column = " + quoted(columns.getLast().name()));
    }
  }

  private void growth(List<String> settings, List<Column> columns) {
    settings.add("entity_column = \"s\"");
    settings.add("timestamp_column = \"at\"");
    settings.add("period = " + quoted(any("day", "week", "month", "quarter", "year")));
    settings.add("period_zone = " + quoted(any("UTC", "Europe/Lisbon", "Pacific/Auckland")));
    List<Column> amounts = amounts(columns);
    if (!amounts.isEmpty() && random.nextBoolean()) {
      settings.add("value_column = " + quoted(amounts.getFirst().name()));
    }
  }

  private static List<Column> amounts(List<Column> columns) {
    return columns.stream()
        .skip(1)
        .filter(
            column -> column.type() == PlainType.INTEGER || column.type() instanceof DecimalType)
        .toList();
  }

  private String some(List<Column> columns) {
    List<Column> others = columns.stream().filter(column -> !column.name().equals("id")).toList();
    List<Column> chosen = others.subList(0, 1 + random.nextInt(others.size()));
    return chosen.stream()
        .map(column -> quoted(column.name()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String toml(
      String id, String type, boolean hasKey, List<Column> columns, List<String> settings) {
    String shown =
        columns.stream()
            .map(column ->
                "  { name = \"%s\", schema_type = \"%s\" },"
                    .formatted(column.name(), column.type().text()))
            .collect(Collectors.joining("\n"));
    return """
    id = "%s"
    flow_type = "%s"

    [input]
    %scolumns = [
    %s
    ]

    [properties]
    %s

    [properties.load]
    source_path = "data"
    """
        .formatted(
            id, type, hasKey ? "primary_key = [\"id\"]\n" : "", shown, String.join("\n", settings));
  }
}

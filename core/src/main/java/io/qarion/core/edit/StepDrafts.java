package io.qarion.core.edit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Names;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visual steps as they are when nothing but their operation and the columns before is known. */
public final class StepDrafts {

  private static final long FEW_ROWS = 100;

  private StepDrafts() {}

  /** A dataset that a step reads, with its columns as far as they are known. */
  public record Input(DatasetName name, Schema schema) {}

  /**
   * The table of a step that works at once, wherever a guess is possible.
   *
   * @param inputs what the step reads, the main one first
   */
  public static TomlValue.Table rule(String operation, List<Input> inputs) {
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put("operation", TomlValue.of(operation));
    Schema schema = inputs.stream().findFirst().map(Input::schema).orElse(Schema.EMPTY);
    Optional<Column> first = schema.columns().stream().findFirst();
    switch (operation) {
      case "filter" ->
          entries.put(
              "condition",
              TomlValue.of(
                  first
                      .map(column -> Names.quoted(column.name()) + " is not null")
                      .orElse("true")));
      case "select" -> entries.put("columns", TomlValue.ofStrings(schema.names()));
      case "rename", "derive", "cast" -> entries.put("columns", columns(operation, first));
      case "fill" -> fill(entries, schema);
      case "join" -> join(entries, inputs);
      case "union" -> {
        entries.put("with", TomlValue.ofStrings(others(inputs)));
        entries.put("by_name", TomlValue.of(true));
      }
      case "aggregate" -> {
        entries.put("group_by", TomlValue.ofStrings(names(text(schema).or(() -> first))));
        entries.put("measures", named("row_count", "count(*)"));
      }
      case "window" -> {
        entries.put("order_by", TomlValue.ofStrings(names(first)));
        entries.put("columns", named("row_number", "row_number()"));
      }
      case "sort" -> entries.put("by", TomlValue.ofStrings(names(first)));
      case "limit", "sample" -> entries.put("rows", TomlValue.of(FEW_ROWS));
      default -> reshape(operation, entries, schema);
    }
    return new TomlValue.Table(entries);
  }

  private static void reshape(String operation, Map<String, TomlValue> entries, Schema schema) {
    Optional<Column> first = schema.columns().stream().findFirst();
    String word = text(schema).or(() -> first).map(Column::name).orElse("");
    switch (operation) {
      case "pivot" -> {
        entries.put("rows", TomlValue.ofStrings(names(first)));
        entries.put("column", TomlValue.of(word));
        entries.put("measure", TomlValue.of("count(*)"));
        entries.put("values", TomlValue.ofStrings(List.of()));
      }
      case "unpivot" -> {
        entries.put("columns", TomlValue.ofStrings(alike(schema)));
        entries.put("name_to", TomlValue.of("name"));
        entries.put("value_to", TomlValue.of("value"));
      }
      case "split" -> {
        entries.put("column", TomlValue.of(word));
        entries.put("delimiter", TomlValue.of(" "));
        entries.put("into", TomlValue.ofStrings(List.of(word + "_1", word + "_2")));
      }
      case "replace" -> {
        entries.put("column", TomlValue.of(word));
        entries.put("pattern", TomlValue.of(""));
        entries.put("with", TomlValue.of(""));
      }
      // Those of plug-ins, and those that need nothing.
      default -> {}
    }
  }

  private static TomlValue columns(String operation, Optional<Column> first) {
    String name = first.map(Column::name).orElse("");
    return switch (operation) {
      case "derive" ->
          named("new_column", first.map(column -> Names.quoted(column.name())).orElse("null"));
      case "cast" -> named(name, first.map(column -> column.type().text()).orElse("string"));
      default -> named(name, name);
    };
  }

  private static void fill(Map<String, TomlValue> entries, Schema schema) {
    Optional<Column> number =
        schema.columns().stream().filter(column -> column.type().isNumeric()).findFirst();
    Optional<Column> filled = text(schema).or(() -> number);
    entries.put("columns", TomlValue.ofStrings(names(filled)));
    entries.put(
        "value", filled.equals(number) && number.isPresent() ? TomlValue.of(0) : TomlValue.of(""));
  }

  private static void join(Map<String, TomlValue> entries, List<Input> inputs) {
    if (inputs.size() < 2) {
      entries.put("how", TomlValue.of("left"));
      return;
    }
    Input left = inputs.getFirst();
    Input right = inputs.get(1);
    entries.put("with", TomlValue.of(right.name().value()));
    entries.put("how", TomlValue.of("left"));
    JoinKeys.best(left.name(), left.schema(), right.name(), right.schema())
        .ifPresent(pair ->
            entries.put(
                "on",
                TomlValue.of(List.of(TomlValue.ofStrings(List.of(pair.left(), pair.right()))))));
  }

  private static List<String> others(List<Input> inputs) {
    return inputs.stream().skip(1).map(input -> input.name().value()).toList();
  }

  /** The columns that can stand in one: numbers of the first such type, else all of one type. */
  private static List<String> alike(Schema schema) {
    Optional<Column> sample =
        schema.columns().stream()
            .filter(column -> column.type().isNumeric())
            .findFirst()
            .or(() -> schema.columns().stream().findFirst());
    return schema.columns().stream()
        .filter(column -> sample.filter(one -> one.type().equals(column.type())).isPresent())
        .map(Column::name)
        .toList();
  }

  private static Optional<Column> text(Schema schema) {
    return schema.columns().stream()
        .filter(column -> column.type().equals(PlainType.STRING))
        .findFirst();
  }

  private static List<String> names(Optional<Column> column) {
    return column.map(Column::name).stream().toList();
  }

  private static TomlValue named(String name, String value) {
    return new TomlValue.Table(Map.of(name, TomlValue.of(value))).inlined();
  }
}

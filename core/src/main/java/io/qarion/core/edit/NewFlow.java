package io.qarion.core.edit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.FlowId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flow that is about to be made.
 *
 * @param file which it loads, relative to the project; empty where it loads none
 * @param columns of the file; none where they are not known
 * @param keys the columns whose values name a row
 * @param settings by their keys, as they are typed
 */
public record NewFlow(
    FlowId id,
    String name,
    String flowType,
    Optional<String> file,
    Schema columns,
    List<String> keys,
    Map<String, String> settings) {

  private static final TomlPath PROPERTIES = TomlPath.of("properties");
  private static final TomlPath INPUT = TomlPath.of("input");

  public NewFlow {
    keys = List.copyOf(keys);
    settings = Map.copyOf(settings);
  }

  /**
   * The text of the flow.
   *
   * @param declared the settings of its type that it can't be without
   */
  public TomlDocument toml(List<PropertyDeclaration> declared) {
    TomlDocument document =
        TomlDocument.parse("", "")
            .set(TomlPath.of("id"), TomlValue.of(id.value()))
            .set(TomlPath.of("name"), TomlValue.of(name))
            .set(TomlPath.of("flow_type"), TomlValue.of(flowType));
    if (file.isPresent()) {
      document = withInput(document);
    } else if (!flowType.equals("standard") && !flowType.equals("orchestrator")) {
      document = document.set(INPUT.key("columns"), TomlValue.of(List.of()));
    }
    for (PropertyDeclaration declaration : declared) {
      document = withSetting(document, declaration);
    }
    return file.isPresent()
        ? document.set(PROPERTIES.key("load").key("source_path"), TomlValue.of(file.get()))
        : document;
  }

  private TomlDocument withInput(TomlDocument document) {
    var listed = new ArrayList<TomlValue>();
    for (Column column : columns.columns()) {
      var entries = new LinkedHashMap<String, TomlValue>();
      entries.put("name", TomlValue.of(column.name()));
      entries.put("schema_type", TomlValue.of(column.type().text()));
      if (keys.contains(column.name())) {
        entries.put("required", TomlValue.of(true));
      }
      listed.add(new TomlValue.Table(entries));
    }
    TomlDocument keyed =
        keys.isEmpty()
            ? document
            : document.set(INPUT.key("primary_key"), TomlValue.ofStrings(keys));
    return keyed.set(INPUT.key("columns"), TomlValue.of(listed));
  }

  private TomlDocument withSetting(TomlDocument document, PropertyDeclaration declaration) {
    TomlPath path = PROPERTIES;
    for (String key : declaration.key().split("\\.", -1)) {
      path = path.key(key);
    }
    String text = settings.getOrDefault(declaration.key(), guess(declaration));
    return switch (declaration.kind()) {
      case PropertyDeclaration.Simple.COLUMNS, PropertyDeclaration.Simple.TEXTS ->
          document.set(path, TomlValue.ofStrings(items(text)));
      case PropertyDeclaration.Simple.TABLES -> withBeginning(document, path, declaration);
      case PropertyDeclaration.Tables _ -> withBeginning(document, path, declaration);
      case PropertyDeclaration.Simple _ -> document.set(path, TomlValue.of(text));
      case PropertyDeclaration.Choice _,
          PropertyDeclaration.Named _,
          PropertyDeclaration.Options _ ->
          document;
    };
  }

  private TomlDocument withBeginning(
      TomlDocument document, TomlPath path, PropertyDeclaration declaration) {
    return document.set(path, TomlValue.of(List.of(beginning(declaration.key()))));
  }

  private static List<String> items(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** What a setting is likely to be, by the names and types of the columns. */
  public String guess(PropertyDeclaration declaration) {
    String key = declaration.key();
    if (key.contains("timestamp")) {
      return first(List.of(PlainType.TIMESTAMP, PlainType.DATE));
    }
    if (key.contains("entit")) {
      return columns.names().stream()
          .filter(column -> column.endsWith("_id") && !keys.contains(column))
          .findFirst()
          .orElseGet(() -> keys.stream().findFirst().orElse(""));
    }
    return switch (key) {
      case "aggregate_type" -> name;
      case "event_type" -> name + "Added";
      default -> "";
    };
  }

  private String first(List<PlainType> types) {
    return types.stream()
        .flatMap(type -> columns.columns().stream().filter(column -> column.type().equals(type)))
        .map(Column::name)
        .findFirst()
        .orElse("");
  }

  /** One check that most rows pass, so that there is something to go on from. */
  private TomlValue.Table beginning(String key) {
    var check = new LinkedHashMap<String, TomlValue>();
    check.put("check_id", TomlValue.of("complete"));
    check.put("check_type", TomlValue.of("completeness"));
    check.put(
        "columns",
        TomlValue.ofStrings(keys.isEmpty() ? columns.names().stream().limit(1).toList() : keys));
    check.put("severity", TomlValue.of("error"));
    if (!key.equals("quality_suites")) {
      return new TomlValue.Table(check);
    }
    var suite = new LinkedHashMap<String, TomlValue>();
    suite.put("id", TomlValue.of("first"));
    suite.put(
        "data_source",
        new TomlValue.Table(
                Map.of(
                    "source_type",
                    TomlValue.of("dataset"),
                    "dataset_id",
                    TomlValue.of(settings.getOrDefault("dataset", ""))))
            .inlined());
    suite.put("checks", TomlValue.of(List.of(new TomlValue.Table(check))));
    return new TomlValue.Table(suite);
  }

  /** The column that is likely to name a row. */
  public static List<String> likelyKey(Schema columns) {
    return columns.names().stream()
        .filter(name -> name.equals("id") || name.endsWith("_id"))
        .findFirst()
        .or(() -> columns.names().stream().findFirst())
        .stream()
        .toList();
  }
}

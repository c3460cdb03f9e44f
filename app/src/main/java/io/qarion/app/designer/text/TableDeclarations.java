package io.qarion.app.designer.text;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that every flow and every task has, whatever its type. */
final class TableDeclarations {

  private final Messages messages;

  TableDeclarations(Messages messages) {
    this.messages = messages;
  }

  List<PropertyDeclaration> flow(List<String> flowTypes) {
    return List.of(
        key("flow.id", true, Simple.TEXT),
        key("flow.name", false, Simple.TEXT),
        key("flow.flow_type", true, new Choice(flowTypes)),
        key("flow.description", false, Simple.TEXT),
        key("flow.namespace", false, Simple.TEXT),
        key("flow.owner", false, Simple.TEXT),
        key("flow.tags", false, Simple.TEXTS),
        key("flow.format_version", false, Simple.INTEGER));
  }

  List<PropertyDeclaration> task(List<String> types, List<String> otherTasks) {
    return List.of(
        key("task.id", true, Simple.TEXT),
        key("task.name", false, Simple.TEXT),
        key("task.type", true, new Choice(types)),
        key("task.source_dataset_id", false, Simple.DATASET),
        key("task.source_dataset_ids", false, Simple.DATASET),
        key("task.target_dataset_id", false, Simple.DATASET),
        key("task.dependencies", false, new Choice(otherTasks)),
        key("task.description", false, Simple.TEXT),
        key("task.enabled", false, Simple.FLAG),
        key("task.retries", false, Simple.INTEGER),
        key("task.retry_delay", false, Simple.VALUE),
        key("task.timeout", false, Simple.VALUE));
  }

  PropertyDeclaration operation(List<String> operations) {
    return key("rule.operation", true, new Choice(operations));
  }

  /** The keys of an entry of a list, by what it says it is. */
  List<PropertyDeclaration> entry(Tables list, String kind) {
    var keys = new ArrayList<PropertyDeclaration>();
    keys.add(
        new PropertyDeclaration(
            list.kindKey(),
            new Choice(List.copyOf(list.kinds().keySet())),
            true,
            "",
            messages.get("completion.entry.kind")));
    keys.add(
        new PropertyDeclaration(
            list.nameKey(), Simple.TEXT, false, "", messages.get("completion.entry.name")));
    keys.addAll(list.of(kind));
    return keys;
  }

  /** The keys of tables that say the same in every flow. */
  List<PropertyDeclaration> of(String table) {
    return Map.of(
            "input",
            List.of(key("input.primary_key", false, Simple.COLUMNS)),
            "input.columns",
            List.of(
                key("column.name", true, Simple.TEXT),
                key("column.schema_type", false, Simple.TYPE),
                key("column.required", false, Simple.FLAG),
                key("column.description", false, Simple.TEXT)),
            "triggers",
            List.of(
                key("trigger.id", false, Simple.TEXT),
                key("trigger.type", true, Simple.TEXT),
                key("trigger.enabled", false, Simple.FLAG),
                key("trigger.description", false, Simple.TEXT)))
        .getOrDefault(table, List.of());
  }

  private PropertyDeclaration key(String name, boolean required, PropertyKind kind) {
    String key = name.substring(name.indexOf('.') + 1);
    return new PropertyDeclaration(key, kind, required, "", messages.get("completion." + name));
  }

  /** The types a column can have. */
  static List<String> types() {
    return Stream.concat(
            Stream.of(PlainType.values()).map(PlainType::text), Stream.of("decimal(18,2)"))
        .toList();
  }
}

package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dag.DagNode;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes forms of what plug-ins declare and of what rules say. */
final class FormSections {

  private final Plugins plugins;
  private final Messages messages;
  private final TomlDocument document;

  FormSections(Plugins plugins, Messages messages, TomlDocument document) {
    this.plugins = plugins;
    this.messages = messages;
    this.document = document;
  }

  /** The settings of a step; of a generated one, those of the flow that made it. */
  List<Section> of(StoredFlow flow, Optional<DagNode> node) {
    List<Task> tasks = flow.flow().tasks();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (node.isPresent() && task.path().equals(node.get().element())) {
        return task(task, TomlPath.of("tasks").index(i));
      }
    }
    return flow(flow);
  }

  private List<Section> flow(StoredFlow flow) {
    var sections = new ArrayList<Section>();
    sections.add(words(TomlPath.ROOT));
    plugins
        .flow(flow.flow().flowType())
        .map(FlowPlugin::properties)
        .ifPresent(declared -> declared("inspector.settings", declared, "properties", sections));
    return sections;
  }

  private List<Section> task(Task task, TomlPath path) {
    var sections = new ArrayList<Section>();
    sections.add(words(path));
    Optional<TaskTypePlugin> type = plugins.taskTypes().find(task.type());
    for (int i = 0; i < task.rules().size(); i++) {
      rule(path.key("rules").index(i)).ifPresent(sections::add);
    }
    type.ifPresent(plugin -> {
      add("inspector.config", plugin.config(), path.key("config"), sections);
      add("inspector.settings", plugin.properties(), path.key("properties"), sections);
    });
    return sections;
  }

  private Section words(TomlPath path) {
    return new Section(
        "",
        List.of(
            field(path.key("name"), messages.get("inspector.name"), Field.Kind.TEXT, "", ""),
            field(
                path.key("description"),
                messages.get("inspector.description"),
                Field.Kind.TEXT,
                "",
                "")),
        false);
  }

  private void declared(
      String title, List<PropertyDeclaration> declared, String table, List<Section> sections) {
    add(title, declared, TomlPath.of(table), sections);
  }

  private void add(
      String title, List<PropertyDeclaration> declared, TomlPath table, List<Section> sections) {
    var used = new ArrayList<Field>();
    var unused = new ArrayList<Field>();
    for (PropertyDeclaration declaration : declared) {
      kind(declaration.kind())
          .map(kind -> field(table, declaration, kind))
          .ifPresent(field ->
              (declaration.required() || !field.text().isEmpty() ? used : unused).add(field));
    }
    if (!used.isEmpty()) {
      sections.add(new Section(messages.get(title), used, false));
    }
    if (!unused.isEmpty()) {
      sections.add(new Section(messages.get(title + ".more"), unused, true));
    }
  }

  private Field field(TomlPath table, PropertyDeclaration declaration, Field.Kind kind) {
    TomlPath path = table;
    for (String key : declaration.key().split("\\.", -1)) {
      path = path.key(key);
    }
    List<String> choices =
        declaration.kind() instanceof Choice(List<String> words) ? words : List.of();
    return new Field(
        path,
        label(declaration.key()),
        kind,
        FieldValues.text(document.find(path)),
        declaration.defaultText(),
        declaration.help(),
        choices);
  }

  /** A rule's own keys, as they stand; tables inside are one field a key. */
  private Optional<Section> rule(TomlPath path) {
    return document
        .find(path)
        .filter(TomlTableNode.class::isInstance)
        .map(TomlTableNode.class::cast)
        .map(rule -> {
          var fields = new ArrayList<Field>();
          rule.children().forEach((key, node) -> addRuleField(key, node, fields));
          String operation = rule.string("operation").orElse("");
          return new Section(messages.find("rule." + operation).orElse(operation), fields, false);
        });
  }

  private void addRuleField(String key, TomlNode node, List<Field> fields) {
    if (key.equals("operation")) {
      return;
    }
    if (node instanceof TomlTableNode table) {
      table
          .children()
          .forEach((name, value) ->
              FieldValues.kind(value.value())
                  .ifPresent(kind -> fields.add(field(value.path(), name, kind, "", ""))));
      return;
    }
    FieldValues.kind(node.value())
        .ifPresent(kind -> fields.add(field(node.path(), label(key), kind, "", "")));
  }

  private Field field(
      TomlPath path, String label, Field.Kind kind, String placeholder, String help) {
    return new Field(
        path, label, kind, FieldValues.text(document.find(path)), placeholder, help, List.of());
  }

  /** {@code load.file_pattern} becomes "File pattern". */
  private static String label(String key) {
    String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
    if (words.equals("sql")) {
      return "SQL";
    }
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Optional<Field.Kind> kind(PropertyKind kind) {
    return switch (kind) {
      case Choice _ -> Optional.of(Field.Kind.CHOICE);
      case Named _ -> Optional.empty();
      case Simple simple ->
          switch (simple) {
            case TEXT, FILE, COLUMN, EXPRESSION, DATASET, TYPE -> Optional.of(Field.Kind.TEXT);
            case SQL -> Optional.of(Field.Kind.LONG_TEXT);
            case INTEGER, NUMBER -> Optional.of(Field.Kind.NUMBER);
            case FLAG -> Optional.of(Field.Kind.FLAG);
            case COLUMNS, TEXTS, ORDER -> Optional.of(Field.Kind.LIST);
            case TABLE, TABLES, PAIRS, VALUE -> Optional.empty();
          };
    };
  }
}

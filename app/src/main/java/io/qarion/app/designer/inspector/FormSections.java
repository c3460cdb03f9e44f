package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.RuleDeclarations;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes forms of what plug-ins and rules declare, for one flow as it is. */
final class FormSections {

  private final Plugins plugins;
  private final Messages messages;
  private final TomlDocument document;
  private final StepColumns columns;
  private final FieldMaker fields;
  private final Flow flow;

  FormSections(
      Plugins plugins, Messages messages, TomlDocument document, Flow flow, StepColumns columns) {
    this.plugins = plugins;
    this.messages = messages;
    this.document = document;
    this.flow = flow;
    this.columns = columns;
    this.fields =
        new FieldMaker(
            document,
            messages,
            columns.datasetNames(),
            flow.variables().values().keySet().stream().sorted().toList());
  }

  /** The settings of a step; of a generated one, those of the flow that made it. */
  List<Section> of(Optional<DagNode> node) {
    List<Task> tasks = flow.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (node.isPresent() && task.path().equals(node.get().element())) {
        return task(task, TomlPath.of("tasks").index(i));
      }
    }
    return flow();
  }

  private List<Section> flow() {
    var sections = new ArrayList<Section>();
    sections.add(words(TomlPath.ROOT));
    plugins
        .flow(flow.flowType())
        .map(FlowPlugin::properties)
        .ifPresent(declared ->
            add(
                "inspector.settings",
                declared,
                TomlPath.of("properties"),
                flow.input().schema(),
                sections));
    return sections;
  }

  private List<Section> task(Task task, TomlPath path) {
    var sections = new ArrayList<Section>();
    sections.add(words(path));
    List<Schema> along = columns.along(task, flow);
    int rules =
        document.find(path.key("rules")).map(TomlNode::value).orElse(null)
                instanceof TomlValue.Items(List<TomlValue> items)
            ? items.size()
            : 0;
    for (int i = 0; i < rules; i++) {
      // After a rule that can't be read nothing is known; what came before it is the best guess.
      Schema before = along.get(Math.min(i, along.size() - 1));
      rule(path.key("rules").index(i), before).ifPresent(sections::add);
    }
    plugins
        .taskTypes()
        .find(task.type())
        .ifPresent(plugin -> {
          Schema input = along.getFirst();
          add("inspector.config", plugin.config(), path.key("config"), input, sections);
          add("inspector.settings", plugin.properties(), path.key("properties"), input, sections);
        });
    return sections;
  }

  private Section words(TomlPath path) {
    return new Section(
        "",
        List.of(
            fields.plain(path.key("name"), messages.get("inspector.name"), Field.Kind.TEXT),
            fields.plain(
                path.key("description"), messages.get("inspector.description"), Field.Kind.TEXT)),
        false);
  }

  private void add(
      String title,
      List<PropertyDeclaration> declared,
      TomlPath table,
      Schema input,
      List<Section> sections) {
    var used = new ArrayList<Field>();
    var unused = new ArrayList<Field>();
    for (PropertyDeclaration declaration : declared) {
      List<Field> made = fields.declared(table, declaration, input);
      boolean given = made.stream().anyMatch(field -> !field.text().isEmpty());
      (declaration.required() || given ? used : unused).addAll(made);
    }
    if (!used.isEmpty()) {
      sections.add(new Section(messages.get(title), used, false));
    }
    if (!unused.isEmpty()) {
      sections.add(new Section(messages.get(title + ".more"), unused, true));
    }
  }

  /** What is declared of a rule, in that order; then what only stands there. */
  private Optional<Section> rule(TomlPath path, Schema before) {
    return document
        .find(path)
        .filter(TomlTableNode.class::isInstance)
        .map(TomlTableNode.class::cast)
        .map(rule -> {
          String operation = rule.string("operation").orElse("");
          List<PropertyDeclaration> declared = RuleDeclarations.of(operation);
          var made = new ArrayList<Field>();
          declared.forEach(one -> made.addAll(fields.declared(path, one, before)));
          rule.children()
              .forEach((key, node) -> {
                boolean known = declared.stream().anyMatch(one -> one.key().equals(key));
                if (!known && !key.equals("operation")) {
                  FieldValues.kind(node.value())
                      .ifPresent(
                          kind -> made.add(fields.plain(node.path(), FieldMaker.label(key), kind)));
                }
              });
          return new Section(messages.find("rule." + operation).orElse(operation), made, false);
        });
  }
}

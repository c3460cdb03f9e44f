package io.qarion.app.designer.inspector;

import io.qarion.app.designer.form.EntryForms;
import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldGroup;
import io.qarion.app.designer.form.FieldMaker;
import io.qarion.app.designer.form.FieldValues;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.FormatDeclarations;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.plugin.RulePlugin;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes forms of what plug-ins and rules declare, for one flow as it is. */
final class FormSections {

  private final Plugins plugins;
  private final Messages messages;
  private final TomlDocument document;
  private final StepColumns columns;
  private final FieldMaker fields;
  private final FormatDeclarations formats;
  private final Flow flow;

  FormSections(
      Plugins plugins,
      Messages messages,
      TomlDocument document,
      Flow flow,
      StepColumns columns,
      List<String> files) {
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
            flow.variables().values().keySet().stream().sorted().toList(),
            files);
    this.formats = new FormatDeclarations(plugins);
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
    List<Schema> along = columns.along(task, flow, plugins.ruleTypes());
    int rules = size(path.key("rules"));
    for (int i = 0; i < rules; i++) {
      // After a rule that can't be read nothing is known; what came before it is the best guess.
      Schema before = along.get(Math.min(i, along.size() - 1));
      TomlPath rule = path.key("rules").index(i);
      boolean off =
          document.find(rule.key("enabled")).map(TomlNode::value).stream()
              .anyMatch(new TomlValue.Flag(false)::equals);
      var place = new RulePlace(task.id(), i, rules, off, joined(rule));
      rule(rule, before, place).ifPresent(sections::add);
    }
    sections.addAll(settings(task, path, along.getFirst()));
    return sections;
  }

  /** What several steps of one type have in common. */
  List<Section> shared(List<Task> tasks) {
    Map<TomlPath, List<Section>> forms = new LinkedHashMap<>();
    for (Task task : tasks) {
      TomlPath path = TomlPath.of("tasks").index(flow.tasks().indexOf(task));
      Schema input = columns.along(task, flow, plugins.ruleTypes()).getFirst();
      forms.put(path, settings(task, path, input));
    }
    boolean alike = tasks.stream().map(Task::type).distinct().count() == 1;
    List<Section> shared =
        alike
            ? new SharedSettings(
                    messages.get("inspector.shared"),
                    messages.get("inspector.shared.more"),
                    messages.get("inspector.shared.differing"))
                .of(forms)
            : List.of();
    return shared.isEmpty()
        ? List.of(new Section(messages.get("inspector.shared.nothing"), List.of(), false))
        : shared;
  }

  private List<Section> settings(Task task, TomlPath path, Schema input) {
    var sections = new ArrayList<Section>();
    plugins
        .taskTypes()
        .find(task.type())
        .ifPresent(plugin -> {
          add("inspector.config", plugin.config(), path.key("config"), input, sections);
          add("inspector.settings", plugin.properties(), path.key("properties"), input, sections);
        });
    return sections;
  }

  private Optional<String> joined(TomlPath rule) {
    return FieldValues.text(document.find(rule.key("operation"))).equals("join")
        ? Optional.of(FieldValues.text(document.find(rule.key("with"))))
        : Optional.empty();
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
    var group = new FieldGroup();
    for (PropertyDeclaration declaration : declared) {
      group.add(declaration, fields.declared(table, declaration, input));
    }
    add(messages.get(title), messages.get(title + ".more"), group, sections);
    for (PropertyDeclaration declaration : declared) {
      TomlPath path = FieldMaker.below(table, declaration.key());
      switch (declaration.kind()) {
        case Options options -> options(options, path, input, sections);
        case Tables list -> entries(list, path, input, sections);
        case Choice _, Named _, Simple _ -> {}
      }
    }
  }

  /** The options of the format that is read or written there. */
  private void options(Options kind, TomlPath path, Schema input, List<Section> sections) {
    UnaryOperator<String> setting = key -> FieldValues.text(document.find(path.parent().key(key)));
    List<PropertyDeclaration> declared =
        switch (kind) {
          case READ -> formats.read(setting);
          case WRITTEN -> formats.written(setting);
        };
    String title = "inspector.options." + kind.name().toLowerCase(Locale.ROOT);
    var group = new FieldGroup();
    declared.forEach(option -> group.add(option, fields.declared(path, option, input)));
    add(messages.get(title), messages.get(title + ".more"), group, sections);
  }

  /** A form for each entry of a list, and a field that adds one. */
  private void entries(Tables list, TomlPath path, Schema input, List<Section> sections) {
    var forms = new EntryForms(document, fields, messages);
    for (EntryForms.Entry entry : forms.of(list, path, input)) {
      String title = entry.name().isBlank() ? FieldMaker.label(entry.kind()) : entry.name();
      sections.add(new Section(title, entry.used(), false, Optional.of(entry.path())));
      addFolded(messages.get("inspector.entry.more"), entry.unused(), sections);
    }
    sections.add(new Section("", List.of(forms.further(list, path)), false));
  }

  private static void addFolded(String title, List<Field> unused, List<Section> sections) {
    if (!unused.isEmpty()) {
      sections.add(new Section(title, unused, true));
    }
  }

  private static void add(String title, String more, FieldGroup group, List<Section> sections) {
    if (!group.used().isEmpty()) {
      sections.add(new Section(title, group.used(), false));
    }
    addFolded(more, group.unused(), sections);
  }

  private int size(TomlPath array) {
    return document.find(array).map(TomlNode::value).orElse(null)
            instanceof TomlValue.Items(List<TomlValue> items)
        ? items.size()
        : 0;
  }

  /** What is declared of a rule, in that order; then what only stands there. */
  private Optional<Section> rule(TomlPath path, Schema before, RulePlace place) {
    return document
        .find(path)
        .filter(TomlTableNode.class::isInstance)
        .map(TomlTableNode.class::cast)
        .map(rule -> {
          String operation = rule.string("operation").orElse("");
          List<PropertyDeclaration> declared = plugins.ruleTypes().declarations(operation);
          var made = new ArrayList<Field>();
          declared.forEach(one -> made.addAll(fields.declared(path, one, before)));
          rule.children()
              .forEach((key, node) -> {
                boolean known = declared.stream().anyMatch(one -> one.key().equals(key));
                if (!known && !key.equals("operation") && !key.equals("enabled")) {
                  FieldValues.kind(node.value())
                      .ifPresent(
                          kind -> made.add(fields.plain(node.path(), FieldMaker.label(key), kind)));
                }
              });
          return new Section(title(operation), made, false, Optional.empty(), Optional.of(place));
        });
  }

  private String title(String operation) {
    return messages
        .find("rule." + operation)
        .or(() -> plugins.ruleTypes().find(operation).map(RulePlugin::name))
        .orElse(operation);
  }
}

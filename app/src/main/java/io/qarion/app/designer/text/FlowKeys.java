package io.qarion.app.designer.text;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.FormatDeclarations;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.plugin.TaskTypePlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which keys a table of a flow may have, by the types and operations in the text around it. */
final class FlowKeys {

  /** Tables with declarations of their own, the innermost first. */
  private static final List<String> BASES =
      List.of(
          "tasks.config.options",
          "tasks.config",
          "tasks.properties",
          "tasks.rules",
          "tasks",
          "properties.load.options",
          "properties.export.options",
          "properties",
          "input.columns",
          "input",
          "triggers",
          "variables",
          "");

  private final Plugins plugins;
  private final TableDeclarations tables;
  private final FormatDeclarations formats;

  FlowKeys(Plugins plugins, Messages messages) {
    this.plugins = plugins;
    this.tables = new TableDeclarations(messages);
    this.formats = new FormatDeclarations(plugins);
  }

  /** The keys of a table, named from there on; one inside another has points. */
  List<PropertyDeclaration> in(String table, Surroundings around) {
    Level level = level(table, base(table), around);
    if (level.rest().isEmpty()) {
      return level.declared();
    }
    String prefix = level.rest() + ".";
    return level.declared().stream()
        .filter(each -> each.key().startsWith(prefix))
        .map(each -> renamed(each, each.key().substring(prefix.length())))
        .toList();
  }

  /** What kind of value a key takes; empty if nobody declares it. */
  Optional<PropertyKind> kind(String path, Surroundings around) {
    int point = path.lastIndexOf('.');
    Level level = level(path, base(point < 0 ? "" : path.substring(0, point)), around);
    Optional<PropertyKind> own =
        level.declared().stream()
            .filter(each -> each.key().equals(level.rest()))
            .findFirst()
            .map(each -> each.kind());
    return own.or(() -> valueKind(level.rest(), level.declared()));
  }

  /**
   * What declares a path.
   *
   * @param rest of the path, below what has the declarations
   */
  private record Level(List<PropertyDeclaration> declared, String rest) {}

  /** A list of tables has declarations of its own for each of its entries. */
  private Level level(String path, String base, Surroundings around) {
    String rest = rest(path, base);
    List<PropertyDeclaration> declared = declared(base, around);
    for (PropertyDeclaration each : declared) {
      boolean inside = rest.equals(each.key()) || rest.startsWith(each.key() + ".");
      if (inside && each.kind() instanceof Tables tables) {
        String list = base + "." + each.key();
        String kind = around.nearest(list).map(entry -> entry.text(tables.kindKey())).orElse("");
        return new Level(
            this.tables.entry(tables, kind),
            rest.substring(Math.min(rest.length(), each.key().length() + 1)));
      }
    }
    return new Level(declared, rest);
  }

  private static Optional<PropertyKind> valueKind(String key, List<PropertyDeclaration> declared) {
    return declared.stream()
        .filter(each -> key.startsWith(each.key() + "."))
        .findFirst()
        .flatMap(each ->
            each.kind() instanceof Named(Simple value) ? Optional.of(value) : Optional.empty());
  }

  private static PropertyDeclaration renamed(PropertyDeclaration from, String key) {
    return new PropertyDeclaration(
        key, from.kind(), from.required(), from.defaultText(), from.help());
  }

  private static String base(String table) {
    return BASES.stream()
        .filter(base -> base.isEmpty() || table.equals(base) || table.startsWith(base + "."))
        .findFirst()
        .orElse("");
  }

  private static String rest(String path, String base) {
    return base.isEmpty() ? path : path.substring(Math.min(path.length(), base.length() + 1));
  }

  private List<PropertyDeclaration> declared(String base, Surroundings around) {
    return switch (base) {
      case "" -> tables.flow(plugins.flows().stream().map(FlowPlugin::flowType).toList());
      case "tasks" -> tables.task(plugins.taskTypes().names(), around.otherTasks());
      case "tasks.config" -> withFormats(config(around), around);
      case "tasks.properties" -> type(around).map(TaskTypePlugin::properties).orElse(List.of());
      case "tasks.rules" -> rule(around);
      case "properties" -> withFormats(flowProperties(around), around);
      case "tasks.config.options", "properties.load.options", "properties.export.options" ->
          options(base.substring(0, base.lastIndexOf('.')), around);
      default -> tables.of(base);
    };
  }

  private Optional<TaskTypePlugin> type(Surroundings around) {
    return plugins.taskTypes().find(around.taskType());
  }

  private List<PropertyDeclaration> config(Surroundings around) {
    return type(around).map(TaskTypePlugin::config).orElse(List.of());
  }

  private List<PropertyDeclaration> flowProperties(Surroundings around) {
    return plugins.flow(around.flowType()).map(FlowPlugin::properties).orElse(List.of());
  }

  private List<PropertyDeclaration> rule(Surroundings around) {
    var declared = new ArrayList<PropertyDeclaration>();
    declared.add(tables.operation(plugins.ruleTypes().operations()));
    around
        .ruleSection()
        .ifPresent(
            rule -> declared.addAll(plugins.ruleTypes().declarations(rule.text("operation"))));
    return declared;
  }

  private List<PropertyDeclaration> withFormats(
      List<PropertyDeclaration> declared, Surroundings around) {
    return declared.stream().map(each -> withFormats(each, around)).toList();
  }

  private PropertyDeclaration withFormats(PropertyDeclaration declared, Surroundings around) {
    if (!declared.key().equals("format") && !declared.key().endsWith(".format")) {
      return declared;
    }
    boolean writes = around.taskType().equals("export") || declared.key().startsWith("export.");
    Stream<String> formats =
        writes
            ? plugins.exporters().stream().flatMap(plugin -> plugin.formats().stream())
            : plugins.loaders().stream().flatMap(plugin -> plugin.formats().stream());
    return new PropertyDeclaration(
        declared.key(),
        new Choice(formats.distinct().toList()),
        declared.required(),
        declared.defaultText(),
        declared.help());
  }

  /** The options of the format that the table around them states, or the name of its file. */
  private List<PropertyDeclaration> options(String table, Surroundings around) {
    Optional<TomlSection> settings = around.find(table);
    UnaryOperator<String> setting = key -> settings.map(each -> each.text(key)).orElse("");
    boolean writes = table.endsWith("export") || around.taskType().equals("export");
    return writes ? formats.written(setting) : formats.read(setting);
  }
}

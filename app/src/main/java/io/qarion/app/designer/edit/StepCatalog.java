package io.qarion.app.designer.edit;

import io.qarion.app.designer.edit.StepEntry.Group;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.RulePlugin;
import io.qarion.core.plugin.TaskTypePlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** All that can be put into a flow: operations, types of tasks, and the files of the project. */
public final class StepCatalog {

  private static final Map<String, Group> GROUPS =
      Map.ofEntries(
          Map.entry("ingestion", Group.BRING_IN),
          Map.entry("filter", Group.ROWS),
          Map.entry("distinct", Group.ROWS),
          Map.entry("sort", Group.ROWS),
          Map.entry("limit", Group.ROWS),
          Map.entry("sample", Group.ROWS),
          Map.entry("join", Group.COMBINE),
          Map.entry("union", Group.COMBINE),
          Map.entry("aggregate", Group.SUM_UP),
          Map.entry("window", Group.SUM_UP),
          Map.entry("pivot", Group.SUM_UP),
          Map.entry("unpivot", Group.SUM_UP),
          Map.entry("quality_check", Group.WRITE),
          Map.entry("export", Group.WRITE),
          Map.entry("flow", Group.WRITE));

  private final Plugins plugins;
  private final Messages messages;
  private final ObservableValue<List<String>> files;
  private final List<StepEntry> steps;

  /**
   * @param files those with data, and their folders, relative to the project
   */
  public StepCatalog(Plugins plugins, ObservableValue<List<String>> files, Messages messages) {
    this.plugins = plugins;
    this.files = files;
    this.messages = messages;
    this.steps = steps();
  }

  /** Tells when there are other files. */
  public ObservableValue<List<String>> files() {
    return files;
  }

  /** Everything, group by group. */
  public List<StepEntry> all() {
    var all = new ArrayList<>(steps);
    for (String path : files.getValue()) {
      if (plugins.formatOf(Path.of(path)).isPresent()) {
        all.add(file(path));
      }
    }
    return all;
  }

  /** What fits some words, the best first; equal ones as they are listed. */
  public List<StepEntry> find(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(entry -> entry.fits(wanted) > 0)
        .sorted(Comparator.comparingInt((StepEntry entry) -> entry.fits(wanted)).reversed())
        .toList();
  }

  /** An entry that loads a file of the project. */
  public StepEntry file(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new StepEntry(
        new StepKind.DataFile(path),
        Group.FILES,
        "file",
        name,
        messages.get("step.file.help", path));
  }

  private List<StepEntry> steps() {
    var found = new ArrayList<StepEntry>();
    for (String operation : plugins.ruleTypes().operations()) {
      Optional<RulePlugin> plugin = plugins.ruleTypes().find(operation);
      found.add(
          new StepEntry(
              new StepKind.Operation(operation),
              GROUPS.getOrDefault(operation, Group.COLUMNS),
              operation,
              text("rule." + operation, plugin.map(RulePlugin::name).orElse(operation)),
              text("rule." + operation + ".help", plugin.map(RulePlugin::description).orElse(""))));
    }
    for (String type : plugins.taskTypes().names()) {
      if (!type.equals("transformation")) {
        plugins.taskTypes().find(type).map(this::ofType).ifPresent(found::add);
      }
    }
    found.add(
        new StepEntry(
            new StepKind.Statement(),
            Group.COMBINE,
            "transformation",
            messages.get("step.sql"),
            messages.get("step.sql.help")));
    found.sort(Comparator.comparing(StepEntry::group).thenComparing(StepEntry::title));
    return List.copyOf(found);
  }

  private StepEntry ofType(TaskTypePlugin plugin) {
    String type = plugin.taskType();
    return new StepEntry(
        new StepKind.OfType(type),
        GROUPS.getOrDefault(type, Group.WRITE),
        type,
        text("step." + type, plugin.name()),
        text("step." + type + ".help", plugin.description()));
  }

  private String text(String key, String otherwise) {
    return messages.find(key).orElse(otherwise);
  }
}

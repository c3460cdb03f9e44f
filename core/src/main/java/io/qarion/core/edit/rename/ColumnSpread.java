package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.CheckDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.TaskTypePlugin;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes new names of columns to all that reads them, step by step in the order of the rows. */
final class ColumnSpread {

  private static final String CHECKS = "checks";

  private final Map<String, TextChanges> texts;
  private final Known known;

  /** New names of columns by dataset, old to new. */
  private final Map<String, Map<String, String>> datasets = new LinkedHashMap<>();

  /** Told apart by identity: comparing all that thousands of steps say takes too long. */
  private static final class Reader {

    private final Step step;
    private final Set<String> reads;

    Reader(Step step, Set<String> reads) {
      this.step = step;
      this.reads = reads;
    }

    Step step() {
      return step;
    }

    Set<String> reads() {
      return reads;
    }
  }

  ColumnSpread(Map<String, TextChanges> texts, Known known) {
    this.texts = texts;
    this.known = known;
  }

  void begin(String dataset, String from, String to) {
    put(dataset, Map.of(from, to));
  }

  private void put(String dataset, Map<String, String> names) {
    Schema schema = known.schema(dataset);
    for (String name : names.values()) {
      if (schema.has(name) && !names.containsKey(name)) {
        throw ProjectChange.taken("in '" + dataset + "' a column", name);
      }
    }
    if (!names.isEmpty()) {
      datasets.put(dataset, names);
    }
  }

  /** Goes through all that comes after a step. */
  void spread(Step first) {
    List<Reader> waiting = readers(first);
    while (!waiting.isEmpty()) {
      Reader next =
          waiting.stream()
              .filter(reader -> isReady(reader, waiting))
              .findFirst()
              .orElseGet(waiting::getFirst);
      waiting.remove(next);
      if (next.reads().stream().anyMatch(datasets::containsKey)) {
        read(next);
      }
    }
    texts.values().forEach(this::flow);
    texts.values().forEach(this::declared);
  }

  private static boolean isReady(Reader reader, List<Reader> waiting) {
    return waiting.stream()
        .filter(other -> !other.equals(reader))
        .noneMatch(other -> other.step().target().filter(reader.reads()::contains).isPresent());
  }

  /** All steps that rows of the first may come to. */
  private List<Reader> readers(Step first) {
    var left = new ArrayList<Reader>();
    for (TextChanges text : texts.values()) {
      for (Step step : Step.of(text)) {
        if (step.text() != first.text() || step.index() != first.index()) {
          left.add(new Reader(step, step.reads()));
        }
      }
    }
    Set<String> reached = new HashSet<>(datasets.keySet());
    var found = new ArrayList<Reader>();
    boolean more = true;
    while (more) {
      List<Reader> now =
          left.stream()
              .filter(reader -> reader.reads().stream().anyMatch(reached::contains))
              .toList();
      now.forEach(reader -> reader.step().target().ifPresent(reached::add));
      found.addAll(now);
      left.removeAll(now);
      more = !now.isEmpty();
    }
    return found;
  }

  private void read(Reader reader) {
    Step step = reader.step();
    if (!step.task().type().equals("transformation")) {
      Map<String, String> names =
          step.task().sources().stream()
              .findFirst()
              .map(DatasetName::value)
              .map(name -> datasets.getOrDefault(name, Map.of()))
              .orElse(Map.of());
      settings(step, new SettingColumns(step.text(), names, datasets));
      return;
    }
    Map<String, String> names =
        step.sql().isPresent()
            ? statement(reader)
            : new RuleWalk(step, known, datasets).walk(Optional.empty());
    step.target().ifPresent(target -> put(target, names));
    settings(step, new SettingColumns(step.text(), names, Map.of()));
  }

  /** The settings of the task that makes a dataset, beside its steps. */
  void properties(Step step, String target) {
    Map<String, String> names = datasets.getOrDefault(target, Map.of());
    settings(step, new SettingColumns(step.text(), names, Map.of()));
  }

  private void settings(Step step, SettingColumns columns) {
    Task task = step.task();
    Optional<TaskTypePlugin> type = known.taskTypes().find(task.type());
    columns.apply(
        step.path().key("properties"), type.map(TaskTypePlugin::properties).orElse(List.of()));
    List<PropertyDeclaration> config =
        type.map(TaskTypePlugin::config).orElse(List.of()).stream()
            .filter(each -> !each.key().equals("sql"))
            .toList();
    columns.apply(step.path().key("config"), config);
  }

  private Map<String, String> statement(Reader reader) {
    Step step = reader.step();
    String before = step.sql().orElseThrow();
    var others = new HashSet<String>();
    var merged = new LinkedHashMap<String, String>();
    for (String dataset : reader.reads()) {
      Map<String, String> names = datasets.getOrDefault(dataset, Map.of());
      merged.putAll(names);
      others.addAll(
          known.schema(dataset).names().stream().filter(n -> !names.containsKey(n)).toList());
    }
    step.text().texts(step.sqlPath(), sql -> Statements.columns(sql, datasets, others), true);
    boolean all = before.contains("*");
    boolean changed = !step.sql().equals(Optional.of(before));
    Set<String> defined = Statements.defined(new Words(before));
    Schema output = known.schema(step.target().orElse(""));
    merged
        .keySet()
        .removeIf(name ->
            defined.contains(name)
                || !(changed || all)
                || (output.size() > 0 && !output.has(name)));
    return merged;
  }

  /** A flow whose type works on a dataset. */
  private void flow(TextChanges text) {
    TomlPath properties = TomlPath.of("properties");
    if (text.table(properties).isEmpty()) {
      return;
    }
    Flow flow = Step.flow(text.document());
    List<PropertyDeclaration> declared = known.ofFlow(flow.flowType());
    for (PropertyDeclaration each : declared) {
      if (each.kind() == Simple.DATASET) {
        TomlPath path = properties;
        for (String key : each.key().split("\\.", -1)) {
          path = path.key(key);
        }
        text.text(path)
            .filter(datasets::containsKey)
            .ifPresent(dataset -> of(text, dataset).apply(properties, declared));
      }
    }
    TomlPath suites = properties.key("quality_suites");
    int size = text.table(properties).orElseThrow().tables("quality_suites").size();
    for (int i = 0; i < size; i++) {
      String dataset = text.text(suites.index(i).key("data_source").key("dataset_id")).orElse("");
      checks(of(text, dataset), suites.index(i).key(CHECKS));
      filters(text, suites.index(i).key("data_source").key("filters"), dataset);
    }
  }

  private SettingColumns of(TextChanges text, String dataset) {
    return new SettingColumns(text, datasets.getOrDefault(dataset, Map.of()), datasets);
  }

  private void filters(TextChanges text, TomlPath path, String dataset) {
    if (text.table(path).isPresent()) {
      of(text, dataset).named(path, Simple.VALUE, true);
    }
  }

  private static void checks(SettingColumns columns, TomlPath path) {
    if (columns.text().find(path).isPresent()) {
      columns.apply(path, CheckDeclarations.all());
    }
  }

  /** The file that declares a dataset. */
  private void declared(TextChanges text) {
    TomlTableNode root = text.document().root();
    String name = root.string("name").orElse("");
    if (!text.declares(name) || !datasets.containsKey(name)) {
      return;
    }
    SettingColumns columns = of(text, name);
    if (root.has("columns")) {
      columns.named(TomlPath.of("columns"), Simple.VALUE, true);
    }
    checks(columns, TomlPath.of("quality_checks"));
  }
}

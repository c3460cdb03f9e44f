package io.qarion.plugins.tasks.transformation;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.TaskRules;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Works out what a transformation task reads, computes and writes. */
final class TransformationDesign {

  private final Task task;
  private final FlowContext context;
  private final DatasetCatalog datasets;
  private final String mode;

  TransformationDesign(Task task, FlowContext context, DatasetCatalog datasets) {
    this.task = task;
    this.context = context;
    this.datasets = datasets;
    this.mode = task.properties().text("write_mode", isIncremental() ? "append" : "replace");
  }

  /** The target with the columns that the rules give, all problems reported. */
  Optional<Dataset> checkedTarget() {
    checkSettings();
    if (task.target().isEmpty()) {
      return Optional.empty();
    }
    Schema given = query().map(this::checkedOutput).orElse(Schema.EMPTY);
    Optional<Dataset> declared = context.datasets().find(task.target().get());
    if (declared.isPresent()) {
      checkDeclared(declared.get(), given);
    }
    Schema schema = withBatch(declared.map(Dataset::schema).orElse(given));
    List<String> keys =
        declared
            .map(Dataset::primaryKey)
            .orElseGet(() -> mergeKey().stream().filter(schema::has).toList());
    return Optional.of(
        new Dataset(
            task.target().get(),
            declared.flatMap(Dataset::namespace).or(context.flow()::namespace),
            task.description(),
            schema,
            keys));
  }

  /** What is to be executed; empty if a part is missing, which has been reported. */
  Optional<TransformationInstruction> instruction() {
    Optional<Dataset> target = task.target().flatMap(datasets::find);
    if (target.isEmpty() || target.get().schema().size() == 0) {
      return Optional.empty();
    }
    return query()
        .map(query -> new TransformationInstruction(task.id(), query, target.get(), write()));
  }

  private Optional<Query> query() {
    String named = task.rules().toString() + task.config().text("sql", "");
    var sources = new ArrayList<TransformationSource>();
    for (DatasetName name : task.sources()) {
      Optional<Dataset> source = datasets.find(name);
      if (source.isEmpty()) {
        return Optional.empty();
      }
      BatchRange range = isIncremental() && sources.isEmpty() ? BatchRange.CURRENT : BatchRange.ALL;
      sources.add(
          new TransformationSource(
              name.value(),
              new RowSource.Stored(source.get(), range),
              TechnicalColumns.visible(source.get().schema(), named)));
    }
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    QueryBody body =
        task.config()
            .text("sql")
            .<QueryBody>map(QueryBody.Statement::new)
            .orElseGet(() -> new QueryBody.Rules(operations(sources)));
    return Optional.of(new Query(sources, body));
  }

  private Schema checkedOutput(Query query) {
    if (query.body() instanceof QueryBody.Statement) {
      return describedOutput(query);
    }
    TracedSchema output = rules(query.sources(), context::report).output();
    return output.open() ? Schema.EMPTY : output.schema();
  }

  private List<TransformationRule> operations(List<TransformationSource> sources) {
    Optional<List<TransformationRule>> known = TaskRules.known(task.rules());
    return known.orElseGet(() -> rules(sources, _ -> {}).operations());
  }

  private TaskRules rules(List<TransformationSource> sources, Consumer<Problem> problems) {
    var traced = new LinkedHashMap<String, TracedSchema>();
    for (TransformationSource source : sources) {
      TracedSchema schema = TracedSchema.of(source.alias(), source.schema());
      boolean open = source.schema().size() == 0;
      traced.put(source.alias(), new TracedSchema(schema.columns(), open));
    }
    return TaskRules.of(
        task.rules(), context.ruleTypes(), traced, context.parameterTypes(), task.path(), problems);
  }

  private Schema describedOutput(Query query) {
    try {
      return context.probe().ofStatement(query, task.path() + ".config.sql").orElse(Schema.EMPTY);
    } catch (QarionException e) {
      e.problems()
          .forEach(problem -> context.report(problem.at(Place.of(task.path() + ".config.sql"))));
      return Schema.EMPTY;
    }
  }

  private void checkDeclared(Dataset declared, Schema given) {
    for (Column column : given.columns()) {
      if (!declared.schema().has(column.name())) {
        report(
            "target_dataset_id",
            "dataset.extra_columns",
            "The task gives a column '%s' that dataset '%s' does not declare."
                .formatted(column.name(), declared.name()),
            "Declare the column, or leave it out with a select.");
      }
    }
    for (Column column : declared.schema().columns()) {
      if (column.required() && given.size() > 0 && !given.has(column.name())) {
        report(
            "target_dataset_id",
            "dataset.missing_column",
            "Dataset '%s' requires the column '%s', which the task does not give."
                .formatted(declared.name(), column.name()),
            "Derive the column, or make it optional.");
      }
    }
  }

  private void checkSettings() {
    if (task.target().isEmpty()) {
      report(
          "target_dataset_id",
          "task.target",
          "Task '%s' does not say where its rows go.".formatted(task.id()),
          "Write target_dataset_id = \"…\".");
    }
    if (task.sources().isEmpty()) {
      report(
          "source_dataset_id",
          "task.source",
          "Task '%s' has no source.".formatted(task.id()),
          "Write source_dataset_id = \"…\".");
    }
    if (task.config().has("sql") && !task.rules().isEmpty()) {
      report(
          "config.sql",
          "task.two_bodies",
          "Task '%s' has both SQL and steps.".formatted(task.id()),
          "Keep one of them.");
    }
    if ((mode.equals("merge") || mode.equals("replace_keys")) && mergeKey().isEmpty()) {
      report(
          "properties.merge_key",
          "task.merge_key",
          "Write mode '%s' needs to know which rows belong together.".formatted(mode),
          "Write merge_key = [\"…\"].");
    }
  }

  private Schema withBatch(Schema schema) {
    if (!mode.equals("append") || schema.has(TechnicalColumns.BATCH_ID) || schema.size() == 0) {
      return schema;
    }
    var columns = new ArrayList<>(schema.columns());
    columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    return new Schema(columns);
  }

  private Write write() {
    return switch (mode) {
      case "append" -> new Write.Append();
      case "merge" -> Write.Merge.upsert(mergeKey());
      case "replace_keys" -> new Write.ReplaceKeys(mergeKey());
      default -> new Write.Replace();
    };
  }

  private List<String> mergeKey() {
    return task.properties().texts("merge_key");
  }

  private boolean isIncremental() {
    return task.properties().text("processing_type", "").equals("INCREMENTAL");
  }

  private void report(String key, String code, String message, String fix) {
    context.report(Problem.error(code, Place.of(task.path() + "." + key), message, fix));
  }
}

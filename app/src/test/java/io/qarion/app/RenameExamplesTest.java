package io.qarion.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectChange;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.RenameColumn;
import io.qarion.core.edit.rename.RenameDataset;
import io.qarion.core.edit.rename.RenameTask;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.ProjectFlows;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new name and the old one again leave every example as it was. */
class RenameExamplesTest {

  private static final Plugins PLUGINS = Plugins.load();
  private static final String NEW = "another_name";

  @ParameterizedTest
  @CsvSource({
    "flights, 5",
    "jaffle-shop, 15",
    "music-shop, 0",
    "orders-change-feed, 0",
    "orders-history, 0"
  })
  void aNameAndBackLeavesEveryByte(String example, int atLeast) {
    ProjectModel model =
        ProjectModel.open(Path.of(System.getProperty("qarion.root"), "examples", example));
    int before = errors(model);
    int columns = 0;
    for (StoredFlow flow : model.flows()) {
      for (Task task : flow.flow().tasks()) {
        TaskId id = task.id();
        check(
            model,
            project -> new RenameTask(document(project, flow)).of(id, new TaskId(NEW)),
            project -> new RenameTask(document(project, flow)).of(new TaskId(NEW), id),
            before);
        if (task.target().isPresent()) {
          DatasetName target = task.target().get();
          check(
              model,
              project -> new RenameDataset(texts(project), known(project)).of(target, name()),
              project -> new RenameDataset(texts(project), known(project)).of(name(), target),
              before);
          columns += columns(model, flow, id, target, before);
        }
      }
    }
    assertThat(columns).isGreaterThanOrEqualTo(atLeast);
  }

  private static int columns(
      ProjectModel model, StoredFlow flow, TaskId task, DatasetName target, int before) {
    int renamed = 0;
    for (String column :
        Optional.ofNullable(known(model).schemas().get(target))
            .map(Schema::names)
            .orElse(List.of())) {
      renamed +=
          check(
                  model,
                  project -> rename(project, flow, task, column, NEW),
                  project -> rename(project, flow, task, NEW, column),
                  before)
              ? 1
              : 0;
    }
    return renamed;
  }

  private static ProjectChange rename(
      ProjectModel project, StoredFlow flow, TaskId task, String from, String to) {
    return new RenameColumn(texts(project), known(project))
        .of(flow.document().fileName(), task, from, to);
  }

  /** Whether it could be renamed. */
  private static boolean check(
      ProjectModel model,
      Function<ProjectModel, ProjectChange> there,
      Function<ProjectModel, ProjectChange> back,
      int errors) {
    ProjectChange renaming;
    try {
      renaming = there.apply(model);
    } catch (QarionException e) {
      assertThat(e.problems()).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
      return false;
    }
    ProjectModel renamed = with(model, renaming);
    assertThat(renaming.changes()).isNotEmpty();
    assertThat(errors(renamed)).as(renaming.changes().toString()).isEqualTo(errors);
    assertThat(content(with(renamed, back.apply(renamed))))
        .as(renaming.changes().toString())
        .isEqualTo(content(model));
    return true;
  }

  private static DatasetName name() {
    return new DatasetName(NEW);
  }

  private static TomlDocument document(ProjectModel project, StoredFlow flow) {
    return project.flows().stream()
        .filter(each -> each.id().equals(flow.id()))
        .findFirst()
        .orElseThrow()
        .document();
  }

  private static ProjectTexts texts(ProjectModel model) {
    return new ProjectTexts(
        model.flows().stream().map(StoredFlow::document).toList(),
        model.datasets().stream().map(StoredDataset::document).toList());
  }

  private static Map<String, String> content(ProjectModel model) {
    ProjectTexts texts = texts(model);
    var content = new LinkedHashMap<String, String>();
    texts.flows().forEach(text -> content.put(text.fileName(), text.text()));
    texts.datasets().forEach(text -> content.put(text.fileName(), text.text()));
    return content;
  }

  private static Known known(ProjectModel model) {
    var schemas = new LinkedHashMap<DatasetName, Schema>();
    model
        .datasets()
        .forEach(stored ->
            schemas.put(
                stored.dataset().name(), TechnicalColumns.visible(stored.dataset().schema(), "")));
    ProjectFlows flows = new ProjectFlows(model, PLUGINS, SchemaProbe.NONE);
    for (StoredFlow flow : model.flows()) {
      flows
          .compile(flow.id())
          .datasets()
          .forEach(dataset ->
              schemas.put(dataset.name(), TechnicalColumns.visible(dataset.schema(), "")));
    }
    return new Known(PLUGINS.ruleTypes(), PLUGINS.taskTypes(), PLUGINS.flows(), schemas);
  }

  private static int errors(ProjectModel model) {
    ProjectFlows flows = new ProjectFlows(model, PLUGINS, SchemaProbe.NONE);
    return model.flows().stream()
        .mapToInt(flow ->
            (int) flows.compile(flow.id()).problems().stream().filter(Problem::isError).count())
        .sum();
  }

  private static ProjectModel with(ProjectModel model, ProjectChange renaming) {
    Map<String, TomlDocument> changed =
        renaming.documents().stream()
            .collect(Collectors.toMap(TomlDocument::fileName, Function.identity()));
    return new ProjectModel(
        model.root(),
        model.settings(),
        model.document(),
        model.flows().stream()
            .map(flow -> {
              TomlDocument text = changed.getOrDefault(flow.document().fileName(), flow.document());
              return new StoredFlow(
                  flow.id(), flow.file(), FlowToml.read(text).flow(), text, List.of());
            })
            .toList(),
        model.datasets().stream()
            .map(stored -> {
              TomlDocument text =
                  changed.getOrDefault(stored.document().fileName(), stored.document());
              DatasetToml.Reading read = DatasetToml.read(text);
              return new StoredDataset(
                  read.dataset().name(), stored.file(), read.dataset(), text, List.of());
            })
            .toList(),
        model.settingsProblems());
  }
}

package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.rename.ProjectCheck;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks texts in place of those of a project. Takes time.
 *
 * @param compiler compiles the project as it would be with the texts
 */
public record TrialCheck(ProjectModel model, Function<ProjectModel, ProjectFlows> compiler)
    implements ProjectCheck {

  @Override
  public Checked check(ProjectTexts texts, Set<String> files) {
    ProjectModel tried = with(texts);
    ProjectFlows flows = compiler.apply(tried);
    var schemas = new LinkedHashMap<DatasetName, Schema>();
    var problems = new ArrayList<Problem>();
    tried
        .datasets()
        .forEach(stored -> {
          schemas.put(stored.name(), visible(stored.dataset()));
          problems.addAll(stored.problems());
        });
    for (StoredFlow flow : tried.flows()) {
      if (files.contains(flow.document().fileName())) {
        CompiledFlow compiled = flows.compile(flow.id());
        compiled.datasets().forEach(each -> schemas.put(each.name(), visible(each)));
        compiled.problems().stream().map(problem -> in(flow, problem)).forEach(problems::add);
      }
    }
    return new Checked(schemas, problems);
  }

  private ProjectModel with(ProjectTexts texts) {
    return new ProjectModel(
        model.root(),
        model.settings(),
        model.document(),
        model.flows().stream().map(flow -> with(flow, texts.flows())).toList(),
        model.datasets().stream().map(dataset -> with(dataset, texts.datasets())).toList(),
        model.settingsProblems());
  }

  private static Schema visible(Dataset dataset) {
    return TechnicalColumns.visible(dataset.schema(), "");
  }

  private static Problem in(StoredFlow flow, Problem problem) {
    return problem.place().file().isEmpty()
        ? problem.at(problem.place().withFile(flow.document().fileName()))
        : problem;
  }

  private static StoredFlow with(StoredFlow flow, List<TomlDocument> texts) {
    Optional<TomlDocument> text = find(flow.document(), texts);
    if (text.isEmpty()) {
      return flow;
    }
    FlowToml.Reading reading = FlowToml.read(text.get());
    return new StoredFlow(
        flow.id(), flow.file(), reading.flow(), text.get(), List.copyOf(reading.problems()));
  }

  private static StoredDataset with(StoredDataset dataset, List<TomlDocument> texts) {
    Optional<TomlDocument> text = find(dataset.document(), texts);
    if (text.isEmpty()) {
      return dataset;
    }
    DatasetToml.Reading reading = DatasetToml.read(text.get());
    return new StoredDataset(
        reading.dataset().name(),
        dataset.file(),
        reading.dataset(),
        text.get(),
        reading.problems());
  }

  /** The text of a file, if it is another one than the project has. */
  private static Optional<TomlDocument> find(TomlDocument old, List<TomlDocument> texts) {
    return texts.stream()
        .filter(text -> text.fileName().equals(old.fileName()) && !text.text().equals(old.text()))
        .findFirst();
  }
}

package io.qarion.app.designer.newflow;

import static java.util.stream.Collectors.toSet;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowNames;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.NewFlow;
import io.qarion.core.edit.NewStep;
import io.qarion.core.edit.StepEdits;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** A flow that is being thought of, and what its type would make of it. */
public final class NewFlowModel {

  /** Types whose rows come from other flows, or from nowhere. */
  private static final Set<String> WITHOUT_FILE =
      Set.of("standard", "orchestrator", "quality_check", "export_flow");

  /** Names a flow that is only compiled to find the columns of a file. */
  private static final String LOOK = "look_at_file";

  private final DesignerSession session;
  private final ObservableValue<List<String>> files;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final LatestTask reading;
  private final LatestTask compiling;
  private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
  private final ReadOnlyObjectWrapper<Optional<CompiledFlow>> made =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param files those with data, and their folders, relative to the project
   */
  public NewFlowModel(
      DesignerSession session,
      ObservableValue<List<String>> files,
      BackgroundTasks tasks,
      UiThread ui,
      Messages messages) {
    this.session = session;
    this.files = files;
    this.tasks = tasks;
    this.messages = messages;
    this.reading = new LatestTask(tasks, ui, "Read the columns", 0);
    this.compiling = new LatestTask(tasks, ui, "Try the new flow", 150);
    draft.subscribe(_ -> compile());
  }

  ReadOnlyObjectProperty<Draft> draft() {
    return draft.getReadOnlyProperty();
  }

  /** What the type makes of the draft; empty until that is known. */
  ReadOnlyObjectProperty<Optional<CompiledFlow>> made() {
    return made.getReadOnlyProperty();
  }

  List<FlowPlugin> types() {
    return session.plugins().flows();
  }

  List<String> files() {
    return files.getValue().stream()
        .filter(path -> session.plugins().formatOf(Path.of(path)).isPresent())
        .toList();
  }

  /** The datasets that there are, for types that work on one. */
  List<String> datasets() {
    return session.flows().stream()
        .flatMap(flow -> flow.compiled().get().stream())
        .flatMap(flow -> flow.datasets().stream())
        .map(dataset -> dataset.name().value())
        .distinct()
        .sorted()
        .toList();
  }

  boolean takesFile() {
    return !WITHOUT_FILE.contains(draft.get().flowType());
  }

  boolean takesDataset() {
    return Set.of("quality_check", "export_flow").contains(draft.get().flowType());
  }

  /** The settings that the form asks for. */
  List<PropertyDeclaration> asked() {
    return required().stream()
        .filter(declaration ->
            declaration.kind() instanceof PropertyDeclaration.Simple kind
                && kind != PropertyDeclaration.Simple.DATASET)
        .toList();
  }

  private List<PropertyDeclaration> required() {
    return session
        .plugins()
        .flow(draft.get().flowType())
        .map(FlowPlugin::properties)
        .orElse(List.of())
        .stream()
        .filter(PropertyDeclaration::required)
        .toList();
  }

  /** What stands in the field of a setting that nobody has typed into. */
  String guess(PropertyDeclaration declaration) {
    return draft.get().settings().getOrDefault(declaration.key(), flow().guess(declaration));
  }

  /** Begins anew. */
  void begin() {
    draft.set(Draft.NONE.named(FlowNames.freeName(messages.get("explorer.new-name"), names())));
  }

  void change(Draft changed) {
    draft.set(changed);
  }

  /** Takes a file and finds out its columns. */
  void take(String file) {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      return;
    }
    OpenProject owner = project.get();
    reading.<Schema>submit(
        _ -> columns(owner, file),
        found -> change(draft.get().from(file, found, NewFlow.likelyKey(found))),
        session::failed);
  }

  /** As a step that loads the file would find them. */
  private static Schema columns(OpenProject owner, String file) {
    TomlDocument empty =
        TomlDocument.parse(
            "", "id = \"%s\"\nname = \"\"\nflow_type = \"standard\"\n".formatted(LOOK));
    var step =
        new NewStep(
            LOOK,
            "",
            "ingestion",
            Optional.of(LOOK),
            List.of(),
            Map.of(),
            Map.of("source_path", TomlValue.of(file)));
    TomlDocument document = StepEdits.add(empty, step, List.of(), Set.of()).document();
    return owner.compile(stored(new FlowId(LOOK), document), List.of()).datasets().stream()
        .findFirst()
        .map(dataset -> TechnicalColumns.visible(dataset.schema(), ""))
        .orElse(Schema.EMPTY);
  }

  /** Writes the flow into a file of its own, and shows it. */
  void create() {
    NewFlow flow = flow();
    TomlDocument document = flow.toml(required());
    session
        .project()
        .get()
        .ifPresent(owner ->
            tasks.start(
                "Write " + flow.id(),
                _ -> owner.flowFolder().create(flow.id(), document),
                session::add,
                session::failed));
  }

  private void compile() {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      made.set(Optional.empty());
      return;
    }
    OpenProject owner = project.get();
    NewFlow flow = flow();
    List<PropertyDeclaration> declared = required();
    List<StoredFlow> others = session.stored();
    compiling.<CompiledFlow>submit(
        _ -> owner.compile(stored(flow.id(), flow.toml(declared)), others),
        compiled -> made.set(Optional.of(compiled)),
        _ -> made.set(Optional.empty()));
  }

  private static StoredFlow stored(FlowId id, TomlDocument document) {
    return new StoredFlow(
        id, "flows/" + id + ".toml", FlowToml.read(document).flow(), document, List.of());
  }

  private NewFlow flow() {
    Draft now = draft.get();
    Set<FlowId> ids = session.flows().stream().map(flow -> flow.id()).collect(toSet());
    return new NewFlow(
        FlowNames.free(FlowNames.id(now.name()), ids),
        now.name(),
        now.flowType(),
        takesFile() ? now.file() : Optional.empty(),
        now.columns(),
        now.keys(),
        now.settings());
  }

  private Set<String> names() {
    return session.flows().stream().map(flow -> flow.stored().get().flow().name()).collect(toSet());
  }
}

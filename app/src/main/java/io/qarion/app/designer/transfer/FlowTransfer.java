package io.qarion.app.designer.transfer;

import static java.util.stream.Collectors.toSet;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.dialog.ChosenFile;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.FlowNames;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes flows into files of their own, and takes such files into the project. */
public final class FlowTransfer {

  private static final String TOML = ".toml";

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final FileChoice files;
  private final Messages messages;

  public FlowTransfer(
      DesignerSession session, BackgroundTasks tasks, FileChoice files, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.files = files;
    this.messages = messages;
  }

  /** Export of the flow that is shown, and import, for menus and the palette. */
  public List<Action> actions() {
    return List.of(
        new Action(
            "file.import-flow",
            messages.get("action.file.import-flow"),
            "fth-download",
            Optional.empty(),
            session.project().map(Optional::isPresent),
            this::importFlow),
        new Action(
            "file.export-flow",
            messages.get("action.file.export-flow"),
            "fth-upload",
            Optional.empty(),
            session
                .active()
                .flatMap(shown ->
                    shown
                        .map(flow -> flow.compiled().map(Optional::isPresent))
                        .orElseGet(() -> session.project().map(_ -> false))),
            () -> session.active().get().ifPresent(this::export)));
  }

  private void export(FlowDocument flow) {
    Optional<OpenProject> project = session.project().get();
    Optional<CompiledFlow> compiled = flow.compiled().get();
    if (project.isEmpty() || compiled.isEmpty()) {
      return;
    }
    OpenProject owner = project.get();
    TomlDocument text = flow.document();
    files
        .save(messages.get("transfer.export"), flow.id() + TOML)
        .ifPresent(chosen ->
            tasks.start(
                "Export " + flow.id(),
                cancellation ->
                    new FlowExport(new ProjectPaths(owner.root(), List.of()))
                        .write(
                            text,
                            compiled.get(),
                            ChosenFile.named(chosen, List.of(TOML, FlowExport.ZIP)),
                            cancellation),
                left -> session.tell(News.of(exported(flow, left))),
                session::failed));
  }

  private String exported(FlowDocument flow, List<String> left) {
    String name = flow.stored().get().flow().name();
    return left.isEmpty()
        ? messages.get("transfer.exported", name)
        : messages.get("transfer.exported-without", name, String.join(", ", left));
  }

  private void importFlow() {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty()) {
      return;
    }
    OpenProject owner = project.get();
    Set<FlowId> taken = session.stored().stream().map(StoredFlow::id).collect(toSet());
    files
        .open(messages.get("transfer.import"))
        .ifPresent(file ->
            tasks.start(
                "Import " + file.getFileName(),
                _ -> take(file, owner, taken),
                this::imported,
                session::failed));
  }

  /**
   * What was taken in.
   *
   * @param kept files of the project that stand where samples would
   */
  private record Imported(StoredFlow flow, List<String> kept) {}

  private static Imported take(Path file, OpenProject owner, Set<FlowId> taken) {
    FlowImport.Content content = FlowImport.read(file);
    TomlDocument flow = content.flow();
    FlowId wanted = new FlowId(flow.root().string("id").orElseThrow());
    FlowId id = FlowNames.free(wanted, taken);
    if (!id.equals(wanted)) {
      String name = flow.root().string("name").orElse(wanted.value());
      String number = id.value().substring(wanted.value().length()).replace('_', ' ');
      flow =
          flow.set(TomlPath.of("id"), TomlValue.of(id.value()))
              .set(TomlPath.of("name"), TomlValue.of(name + number));
    }
    List<String> kept =
        FlowImport.unpack(content.samples(), new ProjectPaths(owner.root(), List.of()));
    return new Imported(owner.flowFolder().create(id, flow), kept);
  }

  private void imported(Imported imported) {
    session.add(imported.flow());
    String name = imported.flow().flow().name();
    session.tell(
        News.of(
            imported.kept().isEmpty()
                ? messages.get("transfer.imported", name)
                : messages.get(
                    "transfer.imported-kept", name, String.join(", ", imported.kept()))));
  }
}

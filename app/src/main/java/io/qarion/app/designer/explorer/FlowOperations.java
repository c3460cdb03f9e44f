package io.qarion.app.designer.explorer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.FlowNames;
import io.qarion.app.designer.session.FlowTrash;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes, renames, duplicates and deletes flows. To be used in the window's thread. */
final class FlowOperations {

  private static final TomlPath ID = TomlPath.of("id");
  private static final TomlPath NAME = TomlPath.of("name");

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final FlowTrash trash;

  FlowOperations(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.trash = new FlowTrash(session, tasks, messages);
  }

  /** Makes a flow without steps under a free name, and shows it. */
  void create() {
    String name = FlowNames.freeName(messages.get("explorer.new-name"), names());
    FlowId id = FlowNames.free(FlowNames.id(name), ids());
    TomlDocument document =
        TomlDocument.parse("", "")
            .set(ID, TomlValue.of(id.value()))
            .set(NAME, TomlValue.of(name))
            .set(TomlPath.of("flow_type"), TomlValue.of("standard"));
    write(id, document);
  }

  /** Makes a flow with the same text, as it is edited, under a free name. */
  void duplicate(FlowDocument flow) {
    String name =
        FlowNames.freeName(
            messages.get("explorer.copy-name", flow.stored().get().flow().name()), names());
    FlowId id = FlowNames.free(new FlowId(flow.id() + "_copy"), ids());
    change(() -> write(id, named(flow.document(), id, name)));
  }

  /**
   * Gives a flow another name, and the id and file that go with it; what was edited is saved with
   * it. Where the id stays, this is an edit as any other.
   */
  void rename(FlowDocument flow, String wanted) {
    String name = wanted.strip();
    StoredFlow edited = flow.stored().get();
    if (name.isEmpty() || name.equals(edited.flow().name())) {
      return;
    }
    FlowId id = FlowNames.id(name);
    if (id.equals(flow.id())) {
      change(() ->
          flow.edit(
              messages.get("command.rename-flow"),
              document -> document.set(NAME, TomlValue.of(name))));
      return;
    }
    List<StoredFlow> all = session.stored();
    whenIdle(
        flow,
        owner ->
            change(() -> {
              TomlDocument document = named(flow.document(), id, name);
              tasks.start(
                  "Rename " + flow.id(),
                  _ -> rename(owner, edited, new Renamed(id, document), all),
                  renamed -> renamed(flow, name, renamed),
                  session::failed);
            }));
  }

  /** What was typed meanwhile stays; the renaming is one of the flow's edits. */
  private void renamed(FlowDocument flow, String name, StoredFlow renamed) {
    change(() ->
        flow.edit(
            messages.get("command.rename-flow"), document -> named(document, renamed.id(), name)));
    session.renamed(flow, renamed);
  }

  /** Moves a flow into the project's trash, with what was edited, and offers to put it back. */
  void delete(FlowDocument flow) {
    String name = flow.stored().get().flow().name();
    trash.put(flow, trashed -> session.tell(trash.deleted(name, trashed)), () -> {});
  }

  /** An id with the text that says so. */
  private record Renamed(FlowId id, TomlDocument document) {

    StoredFlow of(StoredFlow old) {
      return new StoredFlow(
          id, old.file(), FlowToml.read(document).flow(), document, old.problems());
    }
  }

  private static StoredFlow rename(
      OpenProject owner, StoredFlow old, Renamed renamed, List<StoredFlow> all) {
    List<StoredFlow> referring = owner.referring(old, renamed.of(old), all);
    if (!referring.isEmpty()) {
      String names =
          referring.stream().map(flow -> "'" + flow.flow().name() + "'").collect(joining(", "));
      throw new QarionException(
          Problem.error(
              "flow.referred",
              Place.UNKNOWN.withFile(old.file()),
              "'%s' can't be renamed: its id '%s' is part of names that are used in %s."
                  .formatted(old.flow().name(), old.id(), names),
              "Change them first. To change the title alone, edit the name in the inspector."));
    }
    return owner.flowFolder().rename(old.id(), renamed.id(), renamed.document());
  }

  private void write(FlowId id, TomlDocument document) {
    session
        .project()
        .get()
        .ifPresent(owner ->
            tasks.start(
                "Write " + id,
                _ -> owner.flowFolder().create(id, document),
                session::add,
                session::failed));
  }

  private static TomlDocument named(TomlDocument document, FlowId id, String name) {
    return document.set(ID, TomlValue.of(id.value())).set(NAME, TomlValue.of(name));
  }

  /** Does something with the project of a flow, unless the flow is running. */
  private void whenIdle(FlowDocument flow, Consumer<OpenProject> work) {
    if (flow.runState().running().get()) {
      session.failed(FlowTrash.running(flow));
      return;
    }
    session.project().get().ifPresent(work);
  }

  /** A text that can't be read can't be changed either: says why. */
  private void change(Runnable change) {
    try {
      change.run();
    } catch (QarionException e) {
      session.failed(e);
    }
  }

  private Set<FlowId> ids() {
    return session.flows().stream()
        .flatMap(flow -> Stream.of(flow.id(), flow.stored().get().id()))
        .collect(toSet());
  }

  private Set<String> names() {
    return session.flows().stream().map(flow -> flow.stored().get().flow().name()).collect(toSet());
  }
}

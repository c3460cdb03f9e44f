package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.edit.CarriedSettings;
import io.qarion.core.edit.DeclaredTypes;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * Writes what was tried: settings into the flow, and types where the columns are declared, which
 * may be the flow as well or the file of a dataset. For the window's thread.
 */
final class ReadingEdit {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;

  ReadingEdit(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Whether a column can be declared with another type. */
  boolean canDeclare(ReadFile reading) {
    return reading.load().declared().isPresent()
        && (reading.isDeclaredInFlow()
            || dataset(reading).filter(found -> !found.isReadOnly()).isPresent());
  }

  private Optional<StoredDataset> dataset(ReadFile reading) {
    return session.project().get().map(OpenProject::datasets).orElse(List.of()).stream()
        .filter(dataset -> dataset.file().equals(reading.load().declaredIn()))
        .findFirst();
  }

  /** Nothing is written into the flow if the dataset can't be. */
  void apply(ReadFile reading) {
    Optional<StoredDataset> dataset =
        reading.taken().isEmpty() || reading.isDeclaredInFlow()
            ? Optional.empty()
            : dataset(reading);
    Optional<OpenProject> project = session.project().get();
    if (dataset.isEmpty() || project.isEmpty()) {
      edit(reading);
      return;
    }
    TomlDocument before = dataset.get().document();
    TomlDocument after = DeclaredTypes.inDataset(before, reading.taken());
    tasks.<StoredDataset>start(
        messages.get("look.declaring", dataset.get().file()),
        _ -> project.get().datasetFiles().write(dataset.get().name(), Optional.of(before), after),
        written -> {
          TomlDocument flowBefore = reading.flow().document();
          edit(reading);
          session.checkAll();
          tell(new Declared(reading, project.get(), before, written, flowBefore));
        },
        session::failed);
  }

  private void edit(ReadFile reading) {
    reading
        .flow()
        .edit(
            name(reading),
            text -> {
              TomlDocument carried =
                  CarriedSettings.carry(
                      text, reading.before(), reading.tried(), reading.load().path());
              return reading.isDeclaredInFlow()
                  ? DeclaredTypes.inInput(carried, reading.taken())
                  : carried;
            });
  }

  private String name(ReadFile reading) {
    return messages.get("look.command", reading.load().title());
  }

  /**
   * Types that were written into the file of a dataset.
   *
   * @param before what the file said
   * @param flowBefore what the flow said
   */
  private record Declared(
      ReadFile reading,
      OpenProject project,
      TomlDocument before,
      StoredDataset written,
      TomlDocument flowBefore) {}

  private void tell(Declared declared) {
    TomlDocument after = declared.reading().flow().document();
    session.tell(
        new News(
            messages.get(
                "look.declared", declared.reading().taken().size(), declared.written().file()),
            Optional.of(new News.Offer(messages.get("look.undo"), () -> undo(declared, after)))));
  }

  /** Takes both back, but for a flow that has been edited since. */
  private void undo(Declared declared, TomlDocument after) {
    session.newsSeen();
    FlowDocument flow = declared.reading().flow();
    boolean wasEdited = !declared.flowBefore().text().equals(after.text());
    boolean isLast = flow.commands().undoName().get().equals(name(declared.reading()));
    if (wasEdited && isLast && flow.document().text().equals(after.text())) {
      flow.commands().undo();
    }
    StoredDataset written = declared.written();
    tasks.<StoredDataset>start(
        messages.get("look.declaring", written.file()),
        _ ->
            declared
                .project()
                .datasetFiles()
                .write(written.name(), Optional.of(written.document()), declared.before()),
        _ -> session.checkAll(),
        session::failed);
  }
}

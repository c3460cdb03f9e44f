package io.qarion.app.designer.importing;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldValues;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.dataset.DataType;
import io.qarion.core.file.RawText;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.LoadTable;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.run.BadRows;
import io.qarion.core.run.FileLook;
import io.qarion.core.run.FileReading;
import io.qarion.core.run.FileStudies;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * A load that is tried out: each changed option reads its file anew, beside the window, and nothing
 * is written into the flow before it is applied. To be used in the window's thread.
 */
public final class ImportModel {

  private static final long PAUSE_MILLIS = 150;
  private static final long LINES_BEFORE = 20;

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final LatestTask opening;
  private final LatestTask reading;
  private final LatestTask looking;
  private final BadRowCheck checks;
  private final ReadingEdit edit;
  private final ReadOnlyObjectWrapper<Optional<ReadFile>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<String>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Part<Optional<RawText>>> text = waiting();
  private final ReadOnlyObjectWrapper<Part<FileLook>> look = waiting();
  private final ReadOnlyObjectWrapper<Optional<BadRows.Found>> pointed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Long> line = new ReadOnlyObjectWrapper<>(0L);
  private Optional<FileStudies> studies = Optional.empty();
  private long size;

  public ImportModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.edit = new ReadingEdit(session, tasks, messages);
    this.opening = new LatestTask(tasks, ui, "Find the files", 0);
    this.reading = new LatestTask(tasks, ui, "Read the text of the file", PAUSE_MILLIS);
    this.looking = new LatestTask(tasks, ui, "Look at the file", PAUSE_MILLIS);
    this.checks = new BadRowCheck(tasks, ui);
  }

  private static <T> ReadOnlyObjectWrapper<Part<T>> waiting() {
    return new ReadOnlyObjectWrapper<>(new Part.Waiting<>(Optional.empty()));
  }

  /** The load that is looked at; empty while none is. */
  ReadOnlyObjectProperty<Optional<ReadFile>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** All files that the load reads. */
  ReadOnlyObjectProperty<List<String>> files() {
    return files.getReadOnlyProperty();
  }

  /** Lines of the file; empty inside where its format is no text. */
  ReadOnlyObjectProperty<Part<Optional<RawText>>> text() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Part<FileLook>> look() {
    return look.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Part<BadRows>> bad() {
    return checks.found();
  }

  /** The search for bad rows. */
  BadRowCheck checks() {
    return checks;
  }

  /** The bad row that is pointed to. */
  ReadOnlyObjectProperty<Optional<BadRows.Found>> pointed() {
    return pointed.getReadOnlyProperty();
  }

  /** The line that is pointed to; 0 if none is. */
  ReadOnlyObjectProperty<Long> line() {
    return line.getReadOnlyProperty();
  }

  /** Bytes of the file that is shown. */
  long size() {
    return size;
  }

  Plugins plugins() {
    return session.plugins();
  }

  /** Whether what is chosen loads a file. */
  public ObservableValue<Boolean> possible() {
    return session
        .active()
        .flatMap(active ->
            active
                .<ObservableValue<Boolean>>map(flow ->
                    Bindings.createBooleanBinding(
                        () -> load(flow, flow.stored().get().flow()).isPresent(),
                        flow.stored(),
                        flow.selection()))
                .orElseGet(SimpleBooleanProperty::new));
  }

  /** Begins with what is chosen; false if it loads no file, or may not be read yet. */
  boolean open() {
    Optional<FlowDocument> active = session.active().get();
    Optional<OpenProject> project = session.project().get();
    Optional<LoadTable> load = active.flatMap(flow -> load(flow, flow.stored().get().flow()));
    if (load.isEmpty() || project.isEmpty()) {
      return false;
    }
    if (!session.trust().isGiven()) {
      session.trust().remind();
      return false;
    }
    FlowDocument flow = active.get();
    ReadFile begun = ReadFile.begin(flow, load.get());
    files.set(List.of());
    forget();
    shown.set(Optional.of(begun));
    OpenProject owner = project.get();
    opening.<Opened>submit(
        _ -> {
          FileStudies made = owner.studies();
          return new Opened(made, made.files(begun.load().settings()));
        },
        this::opened,
        failure -> {
          text.set(Part.Failed.of(failure));
          look.set(Part.Failed.of(failure));
          checks.fail(failure);
        });
    return true;
  }

  private record Opened(FileStudies studies, List<String> files) {}

  private void opened(Opened opened) {
    studies = Optional.of(opened.studies());
    files.set(opened.files());
    show(opened.files().getFirst());
  }

  /** Shows another one of the files. */
  void show(String file) {
    if (shown.get().filter(now -> !now.file().equals(file)).isPresent()) {
      forget();
      shown.set(shown.get().map(now -> now.showing(file)));
      read();
    }
  }

  /** Tries another value of a setting. */
  void change(Field field, String value) {
    if (FieldValues.isValid(field, value)) {
      change(before -> FieldValues.write(before, field, value));
    }
  }

  /** Tries an option of the reader. */
  void set(String option, TomlValue value) {
    shown
        .get()
        .ifPresent(now ->
            change(before -> before.set(now.load().path().key("options").key(option), value)));
  }

  /** Tries to put bad rows aside. */
  void putAside() {
    shown
        .get()
        .ifPresent(now ->
            change(
                before -> before.set(now.load().path().key("on_bad_row"), TomlValue.of("reject"))));
  }

  private void change(UnaryOperator<TomlDocument> change) {
    Optional<ReadFile> now = shown.get();
    if (now.isEmpty()) {
      return;
    }
    TomlDocument tried = change.apply(now.get().tried());
    Flow flow = FlowToml.read(tried).flow();
    load(now.get().flow(), flow)
        .filter(_ -> !tried.text().equals(now.get().tried().text()))
        .ifPresent(load -> {
          shown.set(Optional.of(now.get().trying(tried, load)));
          read();
        });
  }

  private void read() {
    read(1);
    Optional<FileStudies> open = studies;
    if (open.isEmpty()) {
      return;
    }
    checks.forget();
    pointed.set(Optional.empty());
    look.set(new Part.Waiting<>(look.get().known()));
    FileReading wanted = wanted();
    looking.<Looked>submit(
        cancellation ->
            new Looked(open.get().look(wanted, cancellation), open.get().size(wanted.file())),
        looked -> {
          size = looked.size();
          look.set(new Part.Found<>(looked.look()));
          check(false);
        },
        failure -> {
          look.set(Part.Failed.of(failure));
          checks.fail(failure);
        });
  }

  private record Looked(FileLook look, long size) {}

  /**
   * Looks for bad rows.
   *
   * @param whole also if the file is large
   */
  void check(boolean whole) {
    pointed.set(Optional.empty());
    studies.ifPresent(open -> checks.start(open, wanted(), whole));
  }

  /** Whether columns can be declared with other types. */
  boolean canDeclare() {
    return shown.get().filter(edit::canDeclare).isPresent();
  }

  /** Tries another type of a column than the declared one. */
  void take(String column, DataType type) {
    if (canDeclare()) {
      shown.set(shown.get().map(now -> now.taking(column, type)));
      read();
    }
  }

  /** Points to a bad row; its line is read first if it is not among those that are shown. */
  void point(BadRows.Found row) {
    long number = row.line();
    boolean there =
        text.get()
            .known()
            .flatMap(found -> found)
            .filter(raw -> number >= raw.first() && number < raw.first() + raw.lines().size())
            .isPresent();
    pointed.set(Optional.of(row));
    line.set(number);
    if (!there && number > 0) {
      read(Math.max(1, number - LINES_BEFORE));
    }
  }

  /** Shows the lines from one on. */
  void page(long first) {
    read(Math.max(1, first));
  }

  private void read(long first) {
    studies.ifPresent(open -> {
      FileReading wanted = wanted();
      text.set(new Part.Waiting<>(text.get().known()));
      reading.<Optional<RawText>>submit(
          cancellation -> open.text(wanted, first, FileStudies.ROWS, cancellation),
          found -> text.set(new Part.Found<>(found)),
          failure -> text.set(Part.Failed.of(failure)));
    });
  }

  private FileReading wanted() {
    return shown.get().orElseThrow().reading();
  }

  /** Writes what was tried, as one edit that can be undone. */
  void apply() {
    Optional<ReadFile> tried = shown.get().filter(ReadFile::isChanged);
    close();
    tried.ifPresent(edit::apply);
  }

  /** Leaves the flow as it is. */
  void close() {
    shown.set(Optional.empty());
    opening.cancel();
    forget();
    studies.ifPresent(open ->
        tasks.startQuietly(
            "Tidy up after looking at a file",
            _ -> {
              open.close();
              return open;
            },
            _ -> {},
            session::failed));
    studies = Optional.empty();
  }

  private void forget() {
    reading.cancel();
    looking.cancel();
    checks.forget();
    size = 0;
    pointed.set(Optional.empty());
    line.set(0L);
    text.set(new Part.Waiting<>(Optional.empty()));
    look.set(new Part.Waiting<>(Optional.empty()));
  }

  private Optional<LoadTable> load(FlowDocument document, Flow flow) {
    return LoadTable.of(
        session.plugins(),
        flow,
        document.stored().get().file(),
        document.selection().get(),
        session.project().get().map(OpenProject::datasets).orElse(List.of()));
  }
}

package io.qarion.app.designer.welcome;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.settings.RecentProjects;
import io.qarion.app.designer.settings.Samples;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.repository.NewProject;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be opened. */
public final class WelcomeModel {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final RecentProjects recent;
  private final Samples samples;
  private final TrustedProjects trusted;
  private final ObservableList<Path> recentFolders = FXCollections.observableArrayList();
  private final ObservableList<String> sampleNames = FXCollections.observableArrayList();

  public WelcomeModel(
      DesignerSession session,
      BackgroundTasks tasks,
      RecentProjects recent,
      Samples samples,
      TrustedProjects trusted) {
    this.session = session;
    this.tasks = tasks;
    this.recent = recent;
    this.samples = samples;
    this.trusted = trusted;
    session
        .project()
        .subscribe(project ->
            project.ifPresent(open ->
                tasks.startQuietly(
                    "Remember the project",
                    _ -> {
                      recent.opened(open.root());
                      return recent.list();
                    },
                    recentFolders::setAll,
                    session::failed)));
  }

  /** Looks for what there is. */
  public void refresh() {
    read(recent::list, recentFolders::setAll);
    read(samples::names, sampleNames::setAll);
  }

  /** Projects opened before, newest first. */
  public ObservableList<Path> recent() {
    return recentFolders;
  }

  public ObservableList<String> samples() {
    return sampleNames;
  }

  public void open(Path folder) {
    session.open(folder);
  }

  /** Makes a project with a small flow in an empty folder, and opens it. */
  public void create(Path folder) {
    tasks.start(
        "Make " + folder.getFileName(),
        _ -> {
          NewProject.create(folder);
          trusted.made(folder);
          return folder;
        },
        this::open,
        session::failed);
  }

  /** Opens a copy of a sample. */
  public void openSample(String name) {
    tasks.start("Copy " + name, _ -> samples.copy(name), this::open, session::failed);
  }

  private <T> void read(Supplier<T> source, Consumer<T> target) {
    tasks.startQuietly("Look for projects", _ -> source.get(), target, session::failed);
  }
}

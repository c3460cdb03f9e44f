package io.qarion.app.designer.session;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * Puts the project on another engine: that is written into its file, and it is opened anew. What is
 * not saved is there again, since edits are kept beside the project.
 */
public final class EngineChoice {

  private static final TomlPath NAME = TomlPath.of("engine", "name");

  /** Settings of one engine mean nothing to another. */
  private static final TomlPath CONFIG = TomlPath.of("engine", "config");

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final Messages messages;

  public EngineChoice(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** The engines there are, each by its first name. */
  public List<String> names() {
    return session.plugins().engines().stream()
        .map(EnginePlugin::engineTypes)
        .map(List::getFirst)
        .sorted()
        .toList();
  }

  /** The project's engine; empty where no project is open. */
  public ObservableValue<String> chosen() {
    return session.project().map(project -> project.map(OpenProject::engine).orElse(""));
  }

  /** Changes the engine; what was run on the old one stays where it is. */
  public void choose(String name) {
    session
        .project()
        .get()
        .filter(project -> !project.engine().equals(name))
        .ifPresent(project -> {
          TomlDocument before = project.settingsDocument();
          change(
              project,
              () -> naming(before, name),
              new News(
                  messages.get("engine.changed", name),
                  Optional.of(
                      new News.Offer(
                          messages.get("explorer.undo"),
                          () -> undo(before, naming(before, name), project.engine())))));
        });
  }

  private static TomlDocument naming(TomlDocument settings, String engine) {
    TomlDocument named = settings.set(NAME, TomlValue.of(engine));
    return named.find(CONFIG).isPresent() ? named.remove(CONFIG) : named;
  }

  /** Puts the file back as it was; only the name, where somebody has changed more since. */
  private void undo(TomlDocument before, TomlDocument after, String engine) {
    session
        .project()
        .get()
        .ifPresent(project -> {
          TomlDocument now = project.settingsDocument();
          change(
              project,
              () -> now.text().equals(after.text()) ? before : naming(now, engine),
              News.of(messages.get("engine.restored")));
        });
  }

  private void change(OpenProject project, Supplier<TomlDocument> settings, News news) {
    if (session.flows().stream().anyMatch(flow -> flow.runState().running().get())) {
      session.failed(new QarionException(busy()));
      return;
    }
    tasks.start(
        messages.get("engine.change"),
        _ -> {
          project.saveSettings(settings.get());
          return project;
        },
        saved -> openAgain(saved, news),
        session::failed);
  }

  private static Problem busy() {
    return Problem.error(
        "engine.busy",
        Place.UNKNOWN,
        "The engine can't be changed while a flow runs.",
        "Wait for it, or stop it first.");
  }

  /** Shows the flow again that was shown. */
  private void openAgain(OpenProject project, News news) {
    Optional<FlowId> shown = session.active().get().map(FlowDocument::id);
    session.closeProject();
    session
        .active()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Optional<FlowDocument>> active,
                  Optional<FlowDocument> before,
                  Optional<FlowDocument> now) {
                if (now.isPresent()) {
                  session.active().removeListener(this);
                  if (!isOpen(project)) {
                    return; // it could not be opened again, and this is another one
                  }
                  session.flows().stream()
                      .filter(flow -> shown.filter(flow.id()::equals).isPresent())
                      .findFirst()
                      .ifPresent(flow -> session.active().set(Optional.of(flow)));
                  session.tell(news);
                  // They were never gone for the user, so nothing is asked about them.
                  Platform.runLater(session.found()::keepRestored);
                }
              }
            });
    session.open(project.root());
  }

  private boolean isOpen(OpenProject project) {
    return session.project().get().filter(open -> open.root().equals(project.root())).isPresent();
  }
}

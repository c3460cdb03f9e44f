package io.qarion.app.designer.session;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.file.NaturalOrder;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.FlowRepository;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.TomlDocument;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;

/** Keeps the open flows and their files together: saving, and what others do to the files. */
final class FlowFiles {

  private static final String FLOWS = "flows/";

  /** Code of the problem where a project's own file can't be written. */
  private static final String UNWRITABLE = "file.write";

  private final OpenProject project;
  private final ObservableList<FlowDocument> flows;
  private final ObjectProperty<Optional<FlowDocument>> active;
  private final FlowChecks checks;
  private final ProjectTrust trust;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Consumer<QarionException> failed;
  private final Consumer<News> news;
  private boolean ended;

  /**
   * The flows of a project, as long as it is open.
   *
   * @param active the one that is shown
   */
  record Flows(ObservableList<FlowDocument> all, ObjectProperty<Optional<FlowDocument>> active) {}

  /**
   * Tells the user.
   *
   * @param failed what could not be done
   * @param news what was done
   */
  record Voice(Consumer<QarionException> failed, Consumer<News> news) {}

  FlowFiles(
      OpenProject project,
      Flows flows,
      FlowChecks checks,
      ProjectTrust trust,
      BackgroundTasks tasks,
      Messages messages,
      Voice voice) {
    this.project = project;
    this.flows = flows.all();
    this.active = flows.active();
    this.checks = checks;
    this.trust = trust;
    this.tasks = tasks;
    this.messages = messages;
    this.failed = voice.failed();
    this.news = voice.news();
  }

  /**
   * Writes a flow into its file, unless somebody else has changed that.
   *
   * @param then is done when it is in the file
   */
  void save(FlowDocument document, Runnable then) {
    if (document.outside().get() instanceof OutsideChange.Changed) {
      failed.accept(unanswered(document.stored().get().file()));
      return;
    }
    TomlDocument inFile = document.inFile();
    StoredFlow edited = document.stored().get();
    boolean renamed = isRenamed(document);
    tasks.start(
        "Save " + edited.file(),
        _ ->
            renamed
                ? project.flowFolder().saveRenamed(inFile, edited)
                : project.flowFolder().save(inFile, edited),
        written -> {
          if (renamed) {
            renamed(document, written);
            news.accept(
                News.of(messages.get("save.renamed", written.file(), written.id().value())));
          } else {
            document.saved(written.document());
          }
          then.run();
        },
        error -> {
          failed.accept(explained(error));
          if (error.code().equals(FlowRepository.CHANGED)) {
            reread(Set.of(edited.file()));
          }
        });
  }

  /** Whether an id was typed that no other flow has: then the file is called so too. */
  private boolean isRenamed(FlowDocument document) {
    FlowId typed = document.stored().get().flow().id();
    return !typed.equals(document.id())
        && document.document().root().string("id").isPresent()
        && document.document().isValid()
        && document.outside().get() instanceof OutsideChange.None
        && !document.runState().running().get()
        && flows.stream().noneMatch(flow -> flow != document && flow.id().equals(typed));
  }

  /** Takes in another id and file of a flow, which finds its place by the name of the file. */
  void renamed(FlowDocument document, StoredFlow written) {
    document.renamed(written);
    flows.sort(Comparator.comparing(flow -> flow.stored().get().file(), NaturalOrder.INSTANCE));
    checkOthers(document);
  }

  /** Reads files anew that somebody else has changed. */
  void reread(Set<String> files) {
    tasks.startQuietly(
        "Read what was changed outside",
        _ -> project.reread(),
        model -> trust.fromOutside(() -> changed(files, model)),
        failed);
  }

  /** What is reported from now on is nobody's business: the project is about to go. */
  void end() {
    ended = true;
  }

  private void changed(Set<String> files, ProjectModel model) {
    if (ended) {
      return;
    }
    for (String file : files) {
      Optional<StoredFlow> theirs =
          model.flows().stream().filter(flow -> flow.file().equals(file)).findFirst();
      Optional<FlowDocument> mine = find(file);
      if (mine.isPresent()) {
        theirs.ifPresentOrElse(flow -> changed(mine.get(), flow), mine.get()::deletedOutside);
      } else {
        theirs.ifPresent(this::takeIn);
      }
    }
    if (!files.stream().allMatch(file -> file.startsWith(FLOWS))) {
      checks.soon(flows);
    }
  }

  private void changed(FlowDocument document, StoredFlow theirs) {
    if (theirs.problems().stream().anyMatch(problem -> problem.code().equals("file.read"))) {
      return; // it can't be read at the moment; saving looks again
    }
    TomlDocument text = theirs.document();
    boolean deleted = document.outside().get() instanceof OutsideChange.Deleted;
    boolean edited = !document.document().text().equals(document.inFile().text());
    boolean asInFile = text.text().equals(document.inFile().text());
    if (!edited && isFresh(document) && !theirs.id().equals(document.id())) {
      replace(document, theirs);
    } else if (text.text().equals(document.document().text()) || (deleted && asInFile)) {
      document.saved(text);
    } else if (!edited) {
      document.take(messages.get("command.changed-outside"), text);
    } else if (!asInFile) {
      document.changedOutside(text);
    }
  }

  /** A file may be noticed before it is written to its end, and so before its id is there. */
  private static boolean isFresh(FlowDocument document) {
    return document.commands().undoName().get().isEmpty()
        && document.commands().redoName().get().isEmpty();
  }

  private void replace(FlowDocument document, StoredFlow theirs) {
    FlowDocument fresh = project.document(theirs);
    flows.set(flows.indexOf(document), fresh);
    checks.follow(fresh);
    if (active.get().filter(document::equals).isPresent()) {
      active.set(Optional.of(fresh));
    }
  }

  /** Takes in a flow that has just got its file, at the place that the file's name gives it. */
  FlowDocument takeIn(StoredFlow stored) {
    Optional<FlowDocument> known = find(stored.file());
    if (known.isPresent()) {
      return known.get(); // its file was noticed before
    }
    FlowDocument document = project.document(stored);
    insert(document);
    checks.follow(document);
    restoreLastRun(document);
    checkOthers(document);
    return document;
  }

  private Optional<FlowDocument> find(String file) {
    return flows.stream().filter(flow -> flow.stored().get().file().equals(file)).findFirst();
  }

  private void insert(FlowDocument document) {
    String file = document.stored().get().file();
    int place = 0;
    while (place < flows.size()
        && NaturalOrder.INSTANCE.compare(flows.get(place).stored().get().file(), file) < 0) {
      place++;
    }
    flows.add(place, document);
  }

  /** Shows a flow no more whose file is gone; with its edits it can be had back. */
  void drop(FlowDocument document) {
    if (document.outside().get() instanceof OutsideChange.Deleted) {
      letGo(document);
      news.accept(
          new News(
              messages.get("notice.dropped", document.stored().get().flow().name()),
              Optional.of(
                  new News.Offer(messages.get("explorer.undo"), () -> bringBack(document)))));
    }
  }

  private void bringBack(FlowDocument document) {
    if (ended) {
      return;
    }
    Optional<FlowDocument> anew = find(document.stored().get().file());
    if (anew.isEmpty()) {
      insert(document);
      checkOthers(document);
    }
    active.set(anew.or(() -> Optional.of(document)));
  }

  /** Shows a flow no more, but the one beside it. */
  void letGo(FlowDocument document) {
    int place = flows.indexOf(document);
    flows.remove(document);
    if (active.get().filter(document::equals).isPresent()) {
      active.set(
          flows.isEmpty()
              ? Optional.empty()
              : Optional.of(flows.get(Math.clamp(place, 0, flows.size() - 1))));
    }
    checkOthers(document);
  }

  /** A flow that was put back has been run before. */
  private void restoreLastRun(FlowDocument document) {
    tasks.startQuietly(
        "Read the last run of " + document.id(),
        _ -> project.lastSteps(document.id()),
        steps -> {
          if (document.runState().events().isEmpty()) {
            document.runState().restore(steps);
          }
        },
        failed);
  }

  /** Their datasets may have come or gone with the flow. */
  private void checkOthers(FlowDocument changed) {
    checks.soon(flows.stream().filter(flow -> flow != changed).toList());
  }

  /** What can't be written here can be written to another place. */
  private QarionException explained(QarionException error) {
    Problem first = error.problems().getFirst();
    return first.code().equals(UNWRITABLE)
        ? new QarionException(
            Problem.error(
                first.code(),
                first.place(),
                first.message(),
                first.fix() + " " + messages.get("save.elsewhere")),
            error)
        : error;
  }

  private static QarionException unanswered(String file) {
    return new QarionException(
        Problem.error(
            FlowRepository.CHANGED,
            Place.UNKNOWN.withFile(file),
            "'%s' was changed outside, so it was not written.".formatted(file),
            "Say above the flow whether to take the file or to keep yours, then save."));
  }
}

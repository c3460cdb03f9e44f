package io.qarion.app.designer.session;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.problem.QarionException;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.project.Touch;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.ProjectSession;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Takes hold of a project, as far as that can be done. */
final class Holding {

  private Holding() {}

  static Hold of(ProjectModel model, OpenProject.Around around) {
    try {
      var owned = new Hold.Owned(ProjectSession.open(model, around.plugins()));
      around.elsewhere().bringHome(model.root(), home(model.root())).forEach(around.warnings());
      return owned;
    } catch (QarionException e) {
      return new Hold.Refused(e.problems(), around.elsewhere().take(model.root()));
    }
  }

  /** Where the journals of a project are that is owned. */
  static Path home(Path root) {
    return root.resolve(".qarion").resolve("journal");
  }

  /**
   * Opening makes these files, so nobody can be asked afterwards.
   *
   * @throws QarionException if they lie outside the project's folder and that is not trusted
   */
  static void checkStores(ProjectModel model, Predicate<ProjectReach> allowed) {
    ProjectReach reach =
        ProjectReach.of(model.settings(), model.flows().stream().map(StoredFlow::flow).toList());
    if (!allowed.test(reach)) {
      var paths = new ProjectPaths(model.root(), List.of());
      reach
          .of(Touch.Kind.STORE)
          .forEach(store -> paths.resolve(store.what(), model.document().fileName()));
    }
  }
}

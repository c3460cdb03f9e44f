package io.qarion.app.designer.session;

import io.qarion.core.project.ProjectReach;

/** Whether the project that is open may do more than be shown. */
public sealed interface Trust {

  /** It may run, and its rows may be seen; also where no project is open. */
  record Given() implements Trust {}

  /**
   * It is shown, and does nothing until the user has answered.
   *
   * @param reach what it would touch
   * @param added what of it was not there when the project was trusted; empty if that isn't known
   * @param before whether an earlier state of it was trusted
   */
  record Asked(ProjectReach reach, ProjectReach added, boolean before) implements Trust {}
}

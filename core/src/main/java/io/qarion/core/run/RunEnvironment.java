package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.plugin.Plugins;
import java.nio.file.Path;

/**
 * What runs of a project share.
 *
 * @param temporary folder for files made on the way
 * @param maxParallel steps at once
 * @param slots for the steps of all runs
 */
public record RunEnvironment(
    Engine engine,
    Plugins plugins,
    ProjectPaths paths,
    Path temporary,
    int maxParallel,
    StepSlots slots) {

  public RunEnvironment(
      Engine engine, Plugins plugins, ProjectPaths paths, Path temporary, int maxParallel) {
    this(engine, plugins, paths, temporary, maxParallel, new StepSlots(maxParallel));
  }
}

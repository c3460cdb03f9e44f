package io.qarion.app;

import io.qarion.app.cli.QarionCommand;
import io.qarion.app.designer.start.StartReport;
import java.nio.file.Path;
import java.util.Optional;

/** One start that does what window and commands do, for a package to keep the classes of both. */
final class Rehearsal {

  /** System property with the flow that is run after the window has closed itself. */
  private static final String PROPERTY = "qarion.rehearsal";

  private Rehearsal() {}

  /** Makes the window close itself if this start is a rehearsal; then gives the flow to run. */
  static Optional<String> flow() {
    Optional<String> flow = Optional.ofNullable(System.getProperty(PROPERTY));
    flow.ifPresent(_ -> System.setProperty(StartReport.PROPERTY, ""));
    return flow;
  }

  /** Checks and runs a flow, and gives the exit code of the run. */
  static int commands(Path project, String flow) {
    QarionCommand.execute("validate", "--project", project.toString());
    return QarionCommand.execute("run", flow, "--project", project.toString());
  }
}

package io.qarion.app;

import io.qarion.app.cli.QarionCommand;

/** Starts the program. */
public final class Launcher {

  private Launcher() {}

  /** Ends the process with one of the documented exit codes. */
  public static void main(String[] args) {
    System.exit(QarionCommand.execute(args));
  }
}

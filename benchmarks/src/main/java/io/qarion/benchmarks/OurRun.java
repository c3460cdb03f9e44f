package io.qarion.benchmarks;

import io.qarion.app.cli.QarionCommand;

/** Our side of the change feed: loads, compares and exports through the command line. */
public final class OurRun {

  private OurRun() {}

  /** Takes the project's folder. */
  public static void main(String[] args) {
    int code = QarionCommand.execute("run", "orders", "--project", args[0]);
    System.exit(
        code == 0 ? QarionCommand.execute("run", "export_changes", "--project", args[0]) : code);
  }
}

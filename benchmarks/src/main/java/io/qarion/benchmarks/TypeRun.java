package io.qarion.benchmarks;

import io.qarion.app.cli.QarionCommand;

/** Our side of a type: runs its flow and the export through the command line. */
public final class TypeRun {

  private TypeRun() {}

  /** Takes the project's folder. */
  public static void main(String[] args) {
    int code = QarionCommand.execute("run", "flow", "--project", args[0]);
    System.exit(code == 0 ? QarionCommand.execute("run", "result", "--project", args[0]) : code);
  }
}

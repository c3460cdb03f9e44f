package io.qarion.benchmarks;

import io.qarion.app.cli.QarionCommand;

/** Our side of a type: runs its flow and the export through the command line. */
public final class TypeRun {

  private TypeRun() {}

  /** Takes the project's folder and the engine. */
  public static void main(String[] args) {
    int code = run("flow", args);
    System.exit(code == 0 ? run("result", args) : code);
  }

  private static int run(String flow, String... args) {
    return QarionCommand.execute("run", flow, "--project", args[0], "--engine", args[1]);
  }
}

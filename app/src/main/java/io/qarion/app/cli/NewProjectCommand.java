package io.qarion.app.cli;

import io.qarion.core.repository.NewProject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a project that runs at once. */
@Command(
    name = "new-project",
    description = "Makes a project with a small flow and data, ready to run.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: qarion-etl new-project sales && qarion-etl run first -p sales"})
final class NewProjectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Name of the project and its new folder.")
  private Path name = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = name.toAbsolutePath().normalize();
    NewProject.create(folder);
    out.println("Made the project in %s.".formatted(folder));
    out.println("Try: qarion-etl run first --project " + name);
    return ExitCode.SUCCESS.code();
  }
}

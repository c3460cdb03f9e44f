package io.qarion.app.cli;

import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.run.ProjectLock;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code qarion-etl} with all its subcommands. */
@Command(
    name = "qarion-etl",
    description = "Designs and runs data flows on a local engine.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      NewProjectCommand.class,
      ValidateCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      PreviewCommand.class,
      ExportCommand.class,
      HistoryCommand.class,
      RelayCommand.class,
      AutoComplete.GenerateCompletion.class,
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the project has errors,",
      "4 another process owns the project, 130 stopped.",
      "",
      "Examples:",
      "  qarion-etl new-project sales",
      "  qarion-etl validate --project sales",
      "  qarion-etl run first --project sales",
      "  source <(qarion-etl generate-completion)",
    })
public final class QarionCommand implements Runnable {

  private final Cancellation cancellation = new Cancellation();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command line and gives its exit code. */
  public static int execute(String... args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return execute(out, err, args);
  }

  /** The same with other outputs. */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    var root = new QarionCommand();
    var line = new CommandLine(root);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((exception, command, _) -> {
      if (exception instanceof QarionException problem) {
        problem.problems().forEach(each -> command.getErr().println("error: " + each));
        return code(problem).code();
      }
      throw exception;
    });
    // Around everything, so that Ctrl+C waits for the last message and for the project's release.
    try (var _ = new StopSignal(root.cancellation)) {
      return line.execute(args);
    }
  }

  /** What Ctrl+C asks of the command at work. */
  Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See --help.");
  }

  private static ExitCode code(QarionException problem) {
    return switch (problem.code()) {
      case ProjectLock.CODE -> ExitCode.LOCKED;
      case Cancellation.CODE -> ExitCode.CANCELLED;
      default -> ExitCode.FAILED;
    };
  }
}

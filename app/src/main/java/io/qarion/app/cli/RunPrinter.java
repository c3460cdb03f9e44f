package io.qarion.app.cli;

import io.qarion.core.progress.RunEvent;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the events of a run. */
interface RunPrinter extends Consumer<RunEvent> {

  /** Live on a terminal, plain lines elsewhere, JSON where asked for. */
  static RunPrinter choose(PrintWriter out, boolean json) {
    if (json) {
      return new JsonRunPrinter(out);
    }
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new TextRunPrinter(out, terminal);
  }
}

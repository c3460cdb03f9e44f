package io.qarion.app.cli;

import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints a line for each thing that happened; on a terminal also what goes on right now. Lines of
 * flows that the flow runs begin with their names.
 */
final class TextRunPrinter implements RunPrinter {

  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean live;
  private final Map<RunId, RunLines> runs = new LinkedHashMap<>();

  TextRunPrinter(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      String before = runs.isEmpty() ? "" : "    %s │ ".formatted(started.flow());
      runs.put(event.run(), new RunLines(text -> line(before + text), text -> now(before + text)));
    }
    RunLines lines = runs.get(event.run());
    if (lines != null) {
      lines.accept(event);
    }
  }

  private void line(String text) {
    out.println((live ? CLEAR_LINE : "") + text);
  }

  private void now(String text) {
    if (live) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }
  }
}

package io.qarion.app.cli;

import io.qarion.core.plan.Processing;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which batches a run does; only what is new unless one of these is given. */
final class ProcessingOption {

  private static final long NEWEST = 0;

  @Option(
      names = "--full-refresh",
      required = true,
      description = "Computes everything again from the batches that were loaded.")
  private boolean fullRefresh;

  @Option(
      names = "--reload",
      required = true,
      description = "Reads the files of all batches again and computes everything from them.")
  private boolean reload;

  @Option(
      names = "--rerun",
      required = true,
      arity = "0..1",
      paramLabel = "BATCH",
      fallbackValue = "" + NEWEST,
      description = "Does the newest batch again, from its files; BATCH makes sure which it is.")
  private Optional<Long> rerun = Optional.empty();

  Processing chosen() {
    if (rerun.isPresent()) {
      return new Processing.Rerun(rerun.filter(batch -> batch != NEWEST));
    }
    if (reload) {
      return new Processing.Reload();
    }
    return fullRefresh ? new Processing.FullRefresh() : new Processing.Incremental();
  }
}

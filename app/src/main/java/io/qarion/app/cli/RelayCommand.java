package io.qarion.app.cli;

import io.qarion.core.outbox.Delivery;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.run.ProjectSession;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Delivers the events of an outbox that wait. */
@Command(
    name = "relay",
    description = "Delivers the events of a flow's outbox that wait, without running the flow.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An event that is not accepted is offered again by the next relay or run.",
      "",
      "Examples:",
      "  qarion-etl relay order_events",
      "  qarion-etl relay order_events --watch",
    })
final class RelayCommand implements Callable<Integer> {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private QarionCommand parent = new QarionCommand();
  @Mixin private ProjectOption project = new ProjectOption();

  @Parameters(paramLabel = "FLOW", description = "The flow's id.")
  private String flow = "";

  @Option(
      names = "--watch",
      description =
          "Goes on until it is stopped; it owns the project meanwhile. After failures it waits"
              + " longer, up to a minute.")
  private boolean watch;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Cancellation cancellation = parent.cancellation();
    try (ProjectSession session = project.open(err)) {
      Delivery delivery = session.relay(new FlowId(flow), cancellation);
      report(delivery, out, err);
      Duration pause = SHORTEST;
      while (watch && !isStoppedWithin(pause, cancellation)) {
        delivery = session.relay(new FlowId(flow), cancellation);
        if (!delivery.equals(Delivery.NOTHING)) {
          report(delivery, out, err);
        }
        pause = delivery.isComplete() ? SHORTEST : longer(pause);
      }
      return code(delivery, cancellation).code();
    }
  }

  private static ExitCode code(Delivery delivery, Cancellation cancellation) {
    if (cancellation.isRequested()) {
      return ExitCode.CANCELLED;
    }
    return delivery.isComplete() ? ExitCode.SUCCESS : ExitCode.FAILED;
  }

  private static boolean isStoppedWithin(Duration pause, Cancellation cancellation) {
    var stopped = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(stopped::countDown)) {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  private static void report(Delivery delivery, PrintWriter out, PrintWriter err) {
    out.printf(
        Locale.ROOT,
        "%,d sent, %,d not accepted, %,d dead%n",
        delivery.sent(),
        delivery.failed(),
        delivery.dead());
    delivery.reasons().forEach(reason -> err.println("warning: " + reason));
  }
}
